// An article's stored HTML in; the same for a file of many articles out, piece by piece: its pictures inside, its ids its own, its headings one
// rank lower, its links to articles of the file leading there. Pure. A picture that is gone leaves its words, a link to a part that is not there its text.
import { escapeHtml } from '#contract/escapeHtml.ts';
import { pictureOf, pictureType, type ReadPicture } from './exportArticle.ts';

/** Where the content is put. */
export interface ContentPlace {
  /** Begins every id of it. */
  readonly prefix: string;
  /** Where in the file an address leads; `undefined` when it leads to the web. */
  readonly linkTo: (address: string) => string | undefined;
  readonly readPicture: ReadPicture;
}

// Stored HTML has `<` and `>` nowhere but around tags, and every value in double quotes.
const TAG = /<(\/?)([a-z][a-z0-9-]*)([^>]*)>/gi;
const ATTRIBUTE = /([^\s"=/]+)(?:="([^"]*)")?/g;

type Attributes = ReadonlyMap<string, string>;

/** The pieces. Throws what reading pictures throws. */
export async function* packedContent(html: string, place: ContentPlace): AsyncGenerator<string, void> {
  const ids = idsOf(html, place.prefix);
  const given = new Set<string>();
  let [at, piece] = [0, ''];
  for (const found of html.matchAll(TAG)) {
    const [tag, slash = '', name = '', rest = ''] = found;
    piece += html.slice(at, found.index);
    at = found.index + tag.length;
    if (name === 'img') {
      yield piece;
      yield await picture(attributesOf(rest), place.readPicture);
      piece = '';
    } else piece += slash === '/' ? `</${lower(name)}>` : opening(name, attributesOf(rest), place, ids, given);
  }
  yield piece + html.slice(at);
}

function idsOf(html: string, prefix: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [, slash, , rest = ''] of html.matchAll(TAG)) {
    const id = slash === '/' ? undefined : attributesOf(rest).get('id');
    if (id !== undefined && id !== '' && !ids.has(id)) ids.set(id, `${prefix}-${ids.size + 1}`);
  }
  return ids;
}

function opening(
  name: string,
  attributes: Attributes,
  { linkTo }: ContentPlace,
  ids: ReadonlyMap<string, string>,
  given: Set<string>,
): string {
  const written = [...attributes].flatMap(([key, value]): readonly (readonly [string, string])[] => {
    if (key === 'id') {
      const id = ids.get(value);
      if (id === undefined || given.has(id)) return [];
      given.add(id);
      return [[key, id]];
    }
    if (key !== 'href') return [[key, value]];
    const href = value.startsWith('#') ? ids.get(value.slice(1)) : undefined;
    if (value.startsWith('#')) return href === undefined ? [] : [[key, `#${href}`]];
    return [[key, escapeHtml(linkTo(plain(value)) ?? plain(value))]];
  });
  return `<${lower(name)}${written.map(([key, value]) => (value === '' ? ` ${key}=""` : ` ${key}="${value}"`)).join('')}>`;
}

async function picture(attributes: Attributes, readPicture: ReadPicture): Promise<string> {
  const file = pictureOf(attributes.get('src'));
  const bytes = file === undefined ? undefined : await readPicture(file);
  if (file === undefined || bytes === undefined || bytes.byteLength === 0)
    return `<span class="missing-image">${attributes.get('alt') ?? ''}</span>`;
  const kept = [...attributes].filter(([name]) => ['alt', 'width', 'height', 'title', 'lang', 'dir'].includes(name));
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `<img${kept.map(([name, value]) => ` ${name}="${value}"`).join('')} src="data:${pictureType(file)};base64,${data}">`;
}

/** Values as they are written. */
function attributesOf(text: string): Attributes {
  return new Map([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}

/** The title of the article stands above its headings. */
function lower(name: string): string {
  const rank = /^h([1-5])$/i.exec(name)?.[1];
  return rank === undefined ? name : `h${Number(rank) + 1}`;
}

function plain(value: string): string {
  return value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
