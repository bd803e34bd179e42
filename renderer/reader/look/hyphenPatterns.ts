// The tag of a language in; what parts a word of it out. The patterns of a language are loaded when a text is in it, not with the window.
import { SHORTEST_WORD, type PartWord } from './wordParts.ts';

type Patterns = (typeof import('hyphen/patterns/*'))['default'];

// By the beginning of a tag, see `nameOf`. Only those whose authors let us hand them on, see `docs/notices.md`: not the Czech, Indonesian,
// Macedonian, Romanian and Slovak ones; words of these languages are parted where the browser knows how.
const PATTERNS: Readonly<Record<string, () => Promise<{ readonly default: Patterns }>>> = {
  af: () => import('hyphen/patterns/af.js'),
  be: () => import('hyphen/patterns/be.js'),
  bg: () => import('hyphen/patterns/bg.js'),
  bs: () => import('hyphen/patterns/sh-latn.js'),
  ca: () => import('hyphen/patterns/ca.js'),
  cy: () => import('hyphen/patterns/cy.js'),
  da: () => import('hyphen/patterns/da.js'),
  de: () => import('hyphen/patterns/de-1996.js'),
  'de-1901': () => import('hyphen/patterns/de-1901.js'),
  el: () => import('hyphen/patterns/el-monoton.js'),
  'el-polyton': () => import('hyphen/patterns/el-polyton.js'),
  en: () => import('hyphen/patterns/en-us.js'),
  'en-au': () => import('hyphen/patterns/en-gb.js'),
  'en-gb': () => import('hyphen/patterns/en-gb.js'),
  'en-ie': () => import('hyphen/patterns/en-gb.js'),
  'en-in': () => import('hyphen/patterns/en-gb.js'),
  'en-nz': () => import('hyphen/patterns/en-gb.js'),
  'en-za': () => import('hyphen/patterns/en-gb.js'),
  es: () => import('hyphen/patterns/es.js'),
  et: () => import('hyphen/patterns/et.js'),
  eu: () => import('hyphen/patterns/eu.js'),
  fi: () => import('hyphen/patterns/fi.js'),
  fr: () => import('hyphen/patterns/fr.js'),
  ga: () => import('hyphen/patterns/ga.js'),
  gl: () => import('hyphen/patterns/gl.js'),
  hr: () => import('hyphen/patterns/hr.js'),
  hu: () => import('hyphen/patterns/hu.js'),
  hy: () => import('hyphen/patterns/hy.js'),
  is: () => import('hyphen/patterns/is.js'),
  it: () => import('hyphen/patterns/it.js'),
  ka: () => import('hyphen/patterns/ka.js'),
  la: () => import('hyphen/patterns/la.js'),
  lt: () => import('hyphen/patterns/lt.js'),
  lv: () => import('hyphen/patterns/lv.js'),
  nb: () => import('hyphen/patterns/nb.js'),
  nl: () => import('hyphen/patterns/nl.js'),
  nn: () => import('hyphen/patterns/nn.js'),
  no: () => import('hyphen/patterns/no.js'),
  oc: () => import('hyphen/patterns/oc.js'),
  pl: () => import('hyphen/patterns/pl.js'),
  pt: () => import('hyphen/patterns/pt.js'),
  rm: () => import('hyphen/patterns/rm.js'),
  ru: () => import('hyphen/patterns/ru.js'),
  sl: () => import('hyphen/patterns/sl.js'),
  sq: () => import('hyphen/patterns/sq.js'),
  sr: () => import('hyphen/patterns/sh-cyrl.js'),
  'sr-latn': () => import('hyphen/patterns/sh-latn.js'),
  sv: () => import('hyphen/patterns/sv.js'),
  tr: () => import('hyphen/patterns/tr.js'),
  uk: () => import('hyphen/patterns/uk.js'),
};

const loaded = new Map<string, Promise<PartWord>>();

/** Whether words of a language can be parted by patterns. */
export function hasPatterns(lang: string): boolean {
  return nameOf(lang) !== undefined;
}

/** Loads what parts the words of a language, once; `undefined` for a language without patterns. */
export function loadPatterns(lang: string): Promise<PartWord> | undefined {
  const name = nameOf(lang);
  const load = name === undefined ? undefined : PATTERNS[name];
  if (name === undefined || load === undefined) return undefined;
  const known = loaded.get(name) ?? join(load());
  loaded.set(name, known);
  return known;
}

async function join(patterns: Promise<{ readonly default: Patterns }>): Promise<PartWord> {
  const { default: createHyphenator } = await import('hyphen/hyphen.js');
  return createHyphenator((await patterns).default, { html: false, minWordLength: SHORTEST_WORD });
}

/** The longest beginning of a tag for which there are patterns: of "de-AT" it is "de". */
function nameOf(lang: string): string | undefined {
  const parts = lang.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('-');
    if (Object.hasOwn(PATTERNS, name)) return name;
  }
  return undefined;
}
