// The language and direction of a page. In: its evidence. Out: what the page states, unless its text is in another script; else a
// guess from the text.
import { directionOf, guessLanguage } from '../text/guessLanguage.ts';
import type { Page } from '../page.ts';
import type { Evidence } from './evidence.ts';
import { articleStatements, textField } from './jsonLd.ts';

/** A language with what says so. */
export interface LanguageFact {
  /** BCP 47 tag as the page writes it, with hyphens; `null` when neither page nor text tells. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly sources: readonly string[];
}

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i;
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|ps|sd|syr|ug|ur|yi)(?:-|$)/i;

/** Scripts that belong to few languages, and these languages. */
const SCRIPTS: readonly (readonly [script: RegExp, languages: RegExp])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, /^ja/i],
  [/\p{Script=Hangul}/gu, /^ko/i],
  [/\p{Script=Han}/gu, /^(?:zh|ja|yue|wuu|nan|hak|lzh|cmn)/i],
  [/\p{Script=Arabic}/gu, /^(?:ar|fa|ur|ps|ckb|ku|sd|ug|ks|arc|pa|az|ms)/i],
  [/\p{Script=Hebrew}/gu, /^(?:he|iw|yi)/i],
  [/\p{Script=Cyrillic}/gu, /^(?:ru|uk|be|bg|sr|mk|kk|ky|mn|tg|tt|uz|az|ba|cv|os|ce|sh|bs)/i],
  [/\p{Script=Greek}/gu, /^el/i],
  [/\p{Script=Thai}/gu, /^th/i],
];

const SAMPLE = 3000;
const BEYOND_LATIN = /[\u0370-\u1dff\u3040-\ud7ff\uf900-\ufaff]/;

/** Finds language and direction. */
export function findLanguage(page: Page, evidence: Evidence): LanguageFact {
  const statedDir = evidence.dir?.toLowerCase();
  const sample = sampleOf(evidence);
  for (const [source, value] of statements(page, evidence)) {
    const tag = value
      ?.trim()
      .split(/[,;\s]/)[0]
      ?.replaceAll('_', '-')
      .replace(/\..*$/, '');
    if (tag === undefined || !TAG.test(tag) || contradicts(tag, sample)) continue;
    const isRtl = statedDir === 'rtl' || (statedDir !== 'ltr' && RIGHT_TO_LEFT.test(tag));
    return { lang: tag, dir: isRtl ? 'rtl' : 'ltr', sources: [source] };
  }
  const guess = ofScript(sample) ?? guessLanguage(sample);
  const dir = statedDir === 'rtl' || statedDir === 'ltr' ? statedDir : directionOf(sample);
  return { lang: guess, dir, sources: guess === null ? [] : ['text'] };
}

function statements(page: Page, evidence: Evidence): (readonly [source: string, value: string | undefined])[] {
  const meta = (name: string): string | undefined => evidence.metas.get(name)?.[0];
  return [
    ['html lang', evidence.lang],
    ['content-language', meta('content-language')],
    ['json-ld inLanguage', textField(articleStatements(page)[0]?.['inLanguage'])],
    ['og:locale', meta('og:locale')],
    ['dc.language', meta('dc.language') ?? meta('dcterms.language')],
    ['inlanguage', meta('inlanguage') ?? meta('language')],
  ];
}

/** Text of the longest lines: they are the article's, not the menu's. */
function sampleOf(evidence: Evidence): string {
  let sample = '';
  for (const shortest of [80, 1]) {
    for (const { text, isAround } of evidence.lines) {
      if (sample.length >= SAMPLE) return sample;
      if (!isAround && text.length >= shortest) sample += `${text}\n`;
    }
    if (sample.length > 400) return sample;
  }
  return sample;
}

/** A page made from a template for another language still says `en`; its script tells. */
function contradicts(tag: string, sample: string): boolean {
  if (!BEYOND_LATIN.test(sample)) return false;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 100) return false;
  const own = SCRIPTS.some(([, languages]) => languages.test(tag));
  const foreign = SCRIPTS.find(
    ([script, languages]) => !languages.test(tag) && (sample.match(script)?.length ?? 0) > letters * 0.7,
  );
  return !own && foreign !== undefined;
}

/** Chinese, Japanese and Korean by their scripts alone, for they are surer than any statistics. */
function ofScript(sample: string): string | null {
  if (!BEYOND_LATIN.test(sample)) return null;
  const count = (script: RegExp): number => sample.match(script)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters < 20) return null;
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters * 0.1) return 'ja';
  if (count(/\p{Script=Hangul}/gu) > letters * 0.3) return 'ko';
  return count(/\p{Script=Han}/gu) > letters * 0.3 ? 'zh' : null;
}
