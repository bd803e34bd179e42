// The schema.org statements of a page: which of them speaks of the article, and what its fields say. Values of any shape may come;
// what has not the expected one tells nothing.
import { isRecord, type Page } from '../page.ts';
import { fold } from './visibleText.ts';

/** A JSON-LD object. */
export type Statement = Readonly<Record<string, unknown>>;

const ARTICLE =
  /(?:Article|BlogPosting|Posting|Report|Review|Recipe|HowTo|Episode|QAPage|Chapter|Book|Course|CreativeWork)$/;
const MEDIA = /^(?:VideoObject|AudioObject|ImageGallery|MediaObject|Movie|Event|JobPosting|Product|Question)$/;
const PAGE = /WebPage|ItemPage|AboutPage|CollectionPage|FAQPage|MedicalWebPage/;

/** All statements of the page, also those that stand inside `mainEntity`. */
export function allStatements(page: Page): readonly Statement[] {
  const found: Statement[] = [];
  for (const statement of page.jsonLd) {
    found.push(statement);
    for (const key of ['mainEntity', 'mainEntityOfPage']) {
      const inner = statement[key];
      for (const each of Array.isArray(inner) ? inner : [inner])
        if (isRecord(each) && '@type' in each) found.push(each);
    }
  }
  return found;
}

/** The statements that speak of the page's article, the likeliest first: articles before media before the page itself. */
export function articleStatements(page: Page): readonly Statement[] {
  const ranked = allStatements(page)
    .map((statement) => ({ statement, rank: rankOf(statement) }))
    .filter(({ rank }) => rank > 0);
  const address = page.address === null ? undefined : addressKey(page.address.href);
  const isOwn = (statement: Statement): number =>
    address !== undefined &&
    [statement['url'], statement['@id'], idOf(statement['mainEntityOfPage'])].some(
      (value) => typeof value === 'string' && addressKey(value) === address,
    )
      ? 1
      : 0;
  return ranked
    .sort((a, b) => b.rank - a.rank || isOwn(b.statement) - isOwn(a.statement))
    .map(({ statement }) => statement);
}

function rankOf(statement: Statement): number {
  const types = typesOf(statement);
  if (types.some((type) => ARTICLE.test(type))) return 3;
  if (types.some((type) => MEDIA.test(type))) return 2;
  return types.some((type) => PAGE.test(type)) ? 1 : 0;
}

/** The statement's types, without `http://schema.org/`. */
export function typesOf(statement: Statement): string[] {
  const type = statement['@type'];
  return (Array.isArray(type) ? type : [type])
    .filter((each) => typeof each === 'string')
    .map((each) => each.replace(/^.*[/:#]/, ''));
}

function idOf(value: unknown): unknown {
  return isRecord(value) ? (value['@id'] ?? value['url']) : value;
}

function addressKey(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
}

/** A text field as it reads: entities decoded, white space folded; `undefined` when empty or no text. */
export function textField(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const text = isRecord(first) ? (first['@value'] ?? first['name']) : first;
  if (typeof text !== 'string') return undefined;
  const plain = fold(decodeEntities(text));
  return plain === '' ? undefined : plain;
}

/** The names of people or organisations in a field, in order; references are looked up by `@id`. */
export function nameFields(
  value: unknown,
  page: Page,
): { readonly name: string; readonly isPerson: boolean | undefined }[] {
  const names: { name: string; isPerson: boolean | undefined }[] = [];
  for (const each of Array.isArray(value) ? value : [value]) {
    if (typeof each === 'string') {
      names.push({ name: fold(decodeEntities(each)), isPerson: undefined });
    } else if (isRecord(each)) {
      const stated = each['name'] === undefined ? referenced(each, page) : each;
      for (const name of Array.isArray(stated['name']) ? stated['name'] : [stated['name']]) {
        if (typeof name !== 'string') continue;
        const types = typesOf(stated);
        const isPerson = types.includes('Person')
          ? true
          : types.some((type) => /Organi[sz]ation|Corporation/.test(type))
            ? false
            : undefined;
        names.push({ name: fold(decodeEntities(name)), isPerson });
      }
    }
  }
  return names.filter(({ name }) => name !== '');
}

function referenced(reference: Statement, page: Page): Statement {
  const id = reference['@id'];
  if (typeof id !== 'string') return reference;
  return page.jsonLd.find((statement) => statement['@id'] === id && statement['name'] !== undefined) ?? reference;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text fields are often written for HTML, so that an entity stands where a sign is meant. Twice, for some were escaped twice. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const once = decodeOnce(text);
  return once.includes('&') ? decodeOnce(once) : once;
}

function decodeOnce(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}
