// Linkwarden's JSON comes in: a person with collections, in these the links and the feeds, and the links that are pinned. They go out,
// collections as folders and pins as stars.
import type { Draft, ItemDraft } from './finding.ts';
import { dateIn, fieldsOf, highlightsIn, namesIn, textIn, type Fields } from './jsonFields.ts';
import { elements, isListAt, isObjectAt, members, parsed, type JsonBytes, type JsonSpan } from './jsonText.ts';
import { readElement } from './readJsonLists.ts';

interface Collection {
  readonly name: string;
  readonly parent: string | null;
  readonly links: JsonSpan | null;
  readonly feeds: JsonSpan | null;
}

/** Reads the links. Rows are counted through all collections. */
export function* readLinkwarden(json: JsonBytes): Generator<Draft> {
  const parts = [...members(json, 0)];
  const collections = new Map<string, Collection>();
  for (const { start } of parts.filter(({ key }) => key === 'collections')) {
    for (const span of listAt(json, { start })) {
      const collection = collectionAt(json, span);
      collections.set(collection.id ?? `without ${collections.size}`, collection);
    }
  }
  const pinned = new Set<string>();
  for (const { start } of parts.filter(({ key }) => key === 'pinnedLinks')) {
    for (const span of listAt(json, { start })) {
      const link = fieldsOf(parsed(json, span));
      const name = link === null ? null : (textIn(link, 'id') ?? textIn(link, 'url'));
      if (name !== null) pinned.add(name);
    }
  }
  let row = 0;
  for (const [id, { links, feeds }] of collections) {
    const folders = pathOf(id, collections);
    for (const span of links === null ? [] : listAt(json, links)) {
      row += 1;
      yield readElement(json, span, row, (fields) => linkOf(fields, row, folders, pinned));
    }
    for (const span of feeds === null ? [] : listAt(json, feeds)) {
      const feed = fieldsOf(parsed(json, span));
      const address = feed === null ? null : textIn(feed, 'url');
      if (feed !== null && address !== null) yield { kind: 'feed', address, title: textIn(feed, 'name'), folders };
    }
  }
}

/** Its links are not parsed with it: there may be thousands. */
function collectionAt(json: JsonBytes, span: JsonSpan): Collection & { readonly id: string | null } {
  const facts = new Map<string, unknown>();
  let links: JsonSpan | null = null;
  let feeds: JsonSpan | null = null;
  for (const member of isObjectAt(json, span.start) ? members(json, span.start) : []) {
    if (member.key === 'links') links = member;
    else if (member.key === 'rssSubscriptions') feeds = member;
    else facts.set(member.key, parsed(json, member));
  }
  const fields: Fields = Object.fromEntries(facts);
  return {
    id: textIn(fields, 'id'),
    name: textIn(fields, 'name') ?? '',
    parent: textIn(fields, 'parentId'),
    links,
    feeds,
  };
}

function linkOf(fields: Fields, row: number, folders: readonly string[], pinned: ReadonlySet<string>): ItemDraft {
  const address = textIn(fields, 'url');
  return {
    kind: 'item',
    row,
    address,
    title: textIn(fields, 'name', 'title'),
    excerpt: textIn(fields, 'description'),
    // The date that an import into Linkwarden brought along is the older one, and the true one.
    saved: dateIn(fields, 'importDate', 'createdAt'),
    tags: namesIn(fields, 'tags'),
    folders: [folders],
    starred: pinned.has(textIn(fields, 'id') ?? address ?? '') || pinned.has(address ?? ''),
    highlights: highlightsIn(fields, 'highlights'),
  };
}

function pathOf(id: string, collections: ReadonlyMap<string, Collection>): readonly string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at) && seen.size < 100;) {
    seen.add(at);
    const collection = collections.get(at);
    if (collection === undefined) break;
    names.unshift(collection.name);
    at = collection.parent;
  }
  return names;
}

function listAt(json: JsonBytes, { start }: { readonly start: number }): Iterable<JsonSpan> {
  return isListAt(json, start) ? elements(json, start) : [];
}
