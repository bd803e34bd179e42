// What an article may consist of: every element and attribute not named here is left out. Pure data and its predicates.

/** Left out together with all they hold: what runs, what loads, what a parser reads as raw text, what a person fills in. */
export const DROPPED_WHOLE: ReadonlySet<string> = new Set(
  (
    'script style template textarea select option optgroup datalist input output progress meter title head meta link base ' +
    'xmp plaintext noembed noframes frame frameset canvas map area dialog param track source col colgroup basefont bgsound keygen'
  ).split(' '),
);

/** Layout: the element goes, its content stays, and what is inline in it becomes paragraphs. */
export const UNWRAPPED_BLOCKS: ReadonlySet<string> = new Set(
  (
    'html body div section article main header footer nav aside address form fieldset legend center hgroup search marquee ' +
    'multicol table tbody thead tfoot tr td th caption li dd dt'
  ).split(' '),
);

/** Kept inline elements, and what older or rarer ones are written as. */
export const INLINE_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ...'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var'
    .split(' ')
    .map((name): [string, string] => [name, name]),
  ['acronym', 'abbr'],
  ['strike', 's'],
  ['tt', 'code'],
]);

/** How a kept block element takes its content. */
export type BlockModel =
  /** Other blocks; inline content gets a paragraph of its own. */
  | 'flow'
  /** Inline content directly, or blocks. */
  | 'mixed'
  /** Inline content only; blocks in it are flattened. */
  | 'phrasing'
  /** Only the parts that HTML gives it. */
  | 'parts';

/** Kept block elements and how they take content. */
export const BLOCK_MODELS: ReadonlyMap<string, BlockModel> = new Map<string, BlockModel>([
  ['blockquote', 'flow'],
  ['caption', 'phrasing'],
  ['dd', 'mixed'],
  ['details', 'flow'],
  ['dl', 'parts'],
  ['dt', 'phrasing'],
  ['figcaption', 'mixed'],
  ['figure', 'mixed'],
  ['h1', 'phrasing'],
  ['h2', 'phrasing'],
  ['h3', 'phrasing'],
  ['h4', 'phrasing'],
  ['h5', 'phrasing'],
  ['h6', 'phrasing'],
  ['li', 'mixed'],
  ['ol', 'parts'],
  ['p', 'phrasing'],
  ['pre', 'phrasing'],
  ['section', 'flow'],
  ['summary', 'phrasing'],
  ['table', 'parts'],
  ['tbody', 'parts'],
  ['td', 'mixed'],
  ['tfoot', 'parts'],
  ['th', 'mixed'],
  ['thead', 'parts'],
  ['tr', 'parts'],
  ['ul', 'parts'],
]);

/** Which elements a part may stand in; elsewhere it is only layout. */
export const PARENTS_OF_PARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['caption', new Set(['table'])],
  ['dd', new Set(['dl'])],
  ['dt', new Set(['dl'])],
  ['figcaption', new Set(['figure'])],
  ['li', new Set(['ul', 'ol'])],
  ['summary', new Set(['details'])],
  ['tbody', new Set(['table'])],
  ['td', new Set(['tr'])],
  ['tfoot', new Set(['table'])],
  ['th', new Set(['tr'])],
  ['thead', new Set(['table'])],
  ['tr', new Set(['tbody', 'thead', 'tfoot'])],
]);

/** Elements without content, written without an end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr']);

const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i;
const SMALL_NUMBER = /^-?\d{1,5}$/;
const COUNT = /^[1-9]\d{0,2}$/;
const DATE_TIME = /^[\dTtZzPpWwHhMmSsDdYy:.+\- ]{1,40}$/;
const LIST_TYPE = /^[1aAiI]$/;

const ANY = /^[^]*$/;
const WEB_ADDRESS = /^https?:\/\/\S+$/;

/** Attributes that carry no address, by element, with what their value must match. */
const PLAIN_ATTRIBUTES: ReadonlyMap<string, readonly (readonly [string, RegExp])[]> = new Map([
  ['abbr', [['title', ANY]]],
  [
    'ol',
    [
      ['start', SMALL_NUMBER],
      ['type', LIST_TYPE],
      ['reversed', /^(?:reversed)?$/],
    ],
  ],
  ['li', [['value', SMALL_NUMBER]]],
  [
    'td',
    [
      ['colspan', COUNT],
      ['rowspan', COUNT],
    ],
  ],
  [
    'th',
    [
      ['colspan', COUNT],
      ['rowspan', COUNT],
      ['scope', /^(?:row|col|rowgroup|colgroup)$/],
    ],
  ],
  ['time', [['datetime', DATE_TIME]]],
  ['a', [['role', /^doc-(?:noteref|backlink)$/]]],
  ['section', [['role', /^doc-(?:endnotes|footnotes)$/]]],
  ['p', [['class', /^embed$/]]],
  // Of a stored picture that is not whole: where the rest of it is.
  ['img', [['data-address', WEB_ADDRESS]]],
  [
    'span',
    [
      ['class', /^missing-image$/],
      ['title', ANY],
      // Where a picture that could not be fetched is; nothing loads it.
      ['data-address', WEB_ADDRESS],
    ],
  ],
]);

/**
 * The attributes of an element that may stay as they are: language, direction, and a few that its meaning hangs on.
 * Addresses and ids are not among them; they are decided where the page is known.
 */
export function plainAttributes(name: string, attribs: Readonly<Record<string, string>>): [string, string][] {
  const kept: [string, string][] = [];
  const lang = attribs['lang'] ?? attribs['xml:lang'];
  if (lang !== undefined && LANGUAGE_TAG.test(lang)) kept.push(['lang', lang]);
  const dir = attribs['dir']?.toLowerCase();
  if (dir === 'ltr' || dir === 'rtl' || dir === 'auto') kept.push(['dir', dir]);
  for (const [attribute, pattern] of PLAIN_ATTRIBUTES.get(name) ?? []) {
    const value = attribs[attribute];
    if (value !== undefined && value.length <= MAX_VALUE_LENGTH && pattern.test(value)) {
      kept.push([attribute, foldWhiteSpace(value)]);
    }
  }
  return kept;
}

const MAX_VALUE_LENGTH = 2000;

/** Runs of HTML white space as one space, none at the ends; a no-break space is not white space. */
export function foldWhiteSpace(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');
}
