// JSON files that are a list of objects, one for each item, come in; the items go out, each parsed by itself. Omnivore's list, whose texts
// lie in files beside it, has a reader of its own.
import type { Draft, ItemDraft } from './finding.ts';
import { genericItem } from './genericItem.ts';
import { dateIn, fieldsOf, flagIn, highlightsIn, namesIn, textIn, type Fields } from './jsonFields.ts';
import { beginningOf, elements, parsed, type JsonBytes, type JsonSpan } from './jsonText.ts';
import { wallabagItem } from './wallabagItem.ts';

/** What an element means. */
export type ElementReader = (fields: Fields, row: number) => Draft;

/** Reads the list that begins at a place, 0 when it is the whole file. */
export function* readElements(json: JsonBytes, at: number, read: ElementReader): Generator<Draft> {
  let row = 0;
  for (const span of elements(json, at)) {
    row += 1;
    yield readElement(json, span, row, read);
  }
}

/** Reads one element. */
export function readElement(json: JsonBytes, span: JsonSpan, row: number, read: ElementReader): Draft {
  const value = parsed(json, span);
  const fields = fieldsOf(value);
  if (fields !== null) return read(fields, row);
  return { kind: 'skip', row, label: beginningOf(json, span), skip: value === undefined ? 'unreadable' : 'empty' };
}

/** wallabag, version 1 or 2. */
export const readWallabagEntry: ElementReader = wallabagItem;

/** GoodLinks. */
export function readGoodLink(fields: Fields, row: number): ItemDraft {
  const read = dateIn(fields, 'readAt');
  return {
    kind: 'item',
    row,
    address: textIn(fields, 'url', 'originalURL'),
    title: textIn(fields, 'title'),
    byline: textIn(fields, 'author'),
    excerpt: textIn(fields, 'summary'),
    saved: dateIn(fields, 'addedAt'),
    tags: namesIn(fields, 'tags'),
    starred: flagIn(fields, 'starred'),
    archived: read !== null,
    progress: read === null ? null : 1,
    highlights: highlightsIn(fields, 'highlights'),
  };
}

/** Pinboard, which calls a title a description. What is not marked to be read is archived. */
export function readPin(fields: Fields, row: number): ItemDraft {
  return {
    kind: 'item',
    row,
    address: textIn(fields, 'href'),
    title: textIn(fields, 'description'),
    note: textIn(fields, 'extended'),
    saved: dateIn(fields, 'time'),
    tags: (textIn(fields, 'tags') ?? '').slice(0, 100_000).split(' '),
    archived: textIn(fields, 'toread') === 'no',
  };
}

/** Any other service whose objects have an address. */
export function readAnyObject(fields: Fields, row: number): ItemDraft {
  const folded = new Map(Object.entries(fields).map(([name, value]) => [fold(name), value]));
  const item = genericItem((...names) => {
    for (const name of names) {
      const value = folded.get(fold(name));
      if (typeof value === 'boolean') return String(value);
      if (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) return String(value);
    }
    return null;
  });
  const named = ['tags', 'labels', 'keywords', 'categories'].find((name) => Array.isArray(folded.get(name)));
  return {
    kind: 'item',
    row,
    ...item,
    ...(named === undefined ? {} : { tags: namesIn(Object.fromEntries(folded), named) }),
    highlights: highlightsIn(fields, 'highlights', 'annotations'),
  };
}

function fold(name: string): string {
  return name
    .slice(0, 100)
    .replace(/[\s_-]+/g, '')
    .toLowerCase();
}
