// A paragraph's text in; its sentences as they are read out, out. Pure: no document, no voice. Cuts where the Unicode rules for the language
// do (UAX 29), but not behind an abbreviation, and cuts what would take too long to say.

/** From one place of a text up to, but not with, another, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** Some voices fall silent some fifteen seconds into an utterance; at the usual speed this many letters take about that long. */
const MOST_LETTERS = 260;
/** The same for scripts of which a letter is a syllable or a word. */
const MOST_SIGNS = 80;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;
/** Where a person would breathe within a sentence. */
const BREATHS = /[;:,，、；：،؛—–](?!\p{N})/gu;

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  en: 'mr mrs ms dr prof st jr sr rev hon gen col lt sgt capt cmdr sen rep gov vs no nos fig figs vol vols pp ed eds approx ca cf viz al etc',
  de: 'dr prof hr fr st str nr ca bzw usw vgl evtl ggf inkl zzgl abb bd bde hrsg jh jhdt mio mrd tel geb gest sog bspw s z u d o i v',
  fr: 'm mm mme mmes mlle mlles dr pr me st ste cf env av apr p pp vol art chap fig no réf éd etc',
  es: 'sr sra srta sres dr dra ud uds vd d dña lic ing prof pág págs núm art cap fig vol ej p etc',
  it: 'sig sigg dott prof avv ing pag pagg fig vol cap art ecc es p',
  pt: 'sr sra dr dra prof pág págs núm art cap fig vol ex p etc',
  nl: 'dhr mw mevr dr prof ir drs bijv nr blz ca vgl o.a d.w.z enz',
  pl: 'np tzn itd itp dr prof ul nr str tys mln mld r w',
  ru: 'г гг в вв т п ул им см стр рис напр проф руб тыс млн млрд',
};
/** Languages that write "3." for "third". */
const ORDINAL_DOTS: ReadonlySet<string> = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'is',
  'cs',
  'sk',
  'pl',
  'hu',
  'sl',
  'hr',
  'sr',
  'bs',
  'et',
  'lv',
  'tr',
]);

const abbreviationsOf = new Map<string, ReadonlySet<string>>();

/**
 * The sentences of one paragraph in a language (BCP 47), in order; together they hold all that can be said of it. A line break in the text
 * ends a sentence; other white space at both ends belongs to none. What has no letter and no figure goes with what stands before it.
 */
export function splitSentences(text: string, lang: string): readonly Span[] {
  const segmenter = new Intl.Segmenter(safeLanguage(lang), { granularity: 'sentence' });
  const spans: Span[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const span = trim(text, [index, index + segment.length]);
    if (span === undefined) continue;
    const last = spans.at(-1);
    const place = last === undefined ? span[0] : edgeBetween(text, last, span);
    if (last !== undefined && (place >= span[1] || goesOn(text, last, span, lang))) {
      spans[spans.length - 1] = [last[0], span[1]];
      continue;
    }
    const kept = last === undefined ? undefined : trim(text, [last[0], place]);
    if (kept !== undefined) spans[spans.length - 1] = kept;
    spans.push(trim(text, [place, span[1]]) ?? span);
  }
  return spans.filter(([start, end]) => isSayable(text.slice(start, end))).flatMap((span) => cutLong(text, span));
}

function trim(text: string, [start, end]: Span): Span | undefined {
  const segment = text.slice(start, end);
  const inner = segment.trim();
  if (inner === '') return undefined;
  const from = start + segment.indexOf(inner);
  return [from, from + inner.length];
}

/** Where one ends and the other begins: a quotation mark belongs to what it opens or closes, whichever side the rules put it on. */
function edgeBetween(text: string, [start, end]: Span, next: Span): number {
  const closing = /^[»”“’›」』)\]]+(?=\s|$)/u.exec(text.slice(...next));
  if (closing !== null) return next[0] + closing[0].length;
  const opening = end < next[0] ? null : /[“„«‹「『(]+$/u.exec(text.slice(start, end));
  return opening === null || opening.index === 0 ? next[0] : start + opening.index;
}

/** Whether the second span only seems to begin a sentence. */
function goesOn(text: string, [start, end]: Span, next: Span, lang: string): boolean {
  if (text.slice(end, next[0]).includes('\n')) return false;
  const said = text.slice(start, end);
  const following = text.slice(...next);
  if (!isSayable(following) || !isSayable(said)) return true;
  if (!said.endsWith('.')) return false;
  const word = /([\p{L}\p{N}.]+)\.$/u.exec(said)?.[1] ?? '';
  if (/^\p{N}{1,3}$/u.test(word)) return said === `${word}.` || ORDINAL_DOTS.has(baseLanguage(lang));
  // Initials, and what is shortened letter by letter: J. R. R. Tolkien, z. B., U.S.
  if (/^(?:\p{L}\.)*\p{Lu}$/u.test(word) && !/^I$/.test(word)) return !isLastOfItsKind(word);
  return abbreviations(baseLanguage(lang)).has(word.toLowerCase());
}

/** "the U.S. The" may be either; a shortened name of several letters that ends a sentence is the more common. */
function isLastOfItsKind(word: string): boolean {
  return word.includes('.') && /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
}

function abbreviations(language: string): ReadonlySet<string> {
  let known = abbreviationsOf.get(language);
  if (known === undefined) {
    known = new Set((ABBREVIATIONS[language] ?? '').split(' ').filter((word) => word !== ''));
    abbreviationsOf.set(language, known);
  }
  return known;
}

/** Cuts a sentence where one breathes, so that each piece is short enough to be said in one go. */
function cutLong(text: string, [start, end]: Span): readonly Span[] {
  const sentence = text.slice(start, end);
  const most = (sentence.match(SIGNS)?.length ?? 0) > sentence.length / 3 ? MOST_SIGNS : MOST_LETTERS;
  if (sentence.length <= most) return [[start, end]];
  const cut = cutPlace(sentence, most);
  const first = trim(text, [start, start + cut]);
  const rest = trim(text, [start + cut, end]);
  return [...(first === undefined ? [] : [first]), ...(rest === undefined ? [] : cutLong(text, rest))];
}

function cutPlace(sentence: string, most: number): number {
  const head = sentence.slice(0, most);
  const breath = [...head.matchAll(BREATHS)].map(({ index }) => index + 1).findLast((at) => at > most / 3);
  if (breath !== undefined) return breath;
  const space = head.lastIndexOf(' ');
  if (space > most / 3) return space;
  // Not between the two halves of one sign.
  return /[\uD800-\uDBFF]$/.test(head) ? most - 1 : most;
}

function isSayable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function baseLanguage(lang: string): string {
  return lang.split(/[-_]/)[0]?.toLowerCase() ?? '';
}

function safeLanguage(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0];
  } catch {
    // What a page calls its language need not be one; the rules for all languages then serve.
    return undefined;
  }
}
