// Karakeep's JSON comes in: an object with the bookmarks, and behind them the lists that they name. The items go out, the lists they are in
// as folders. Lists that are only searches are none.
import type { Draft, ItemDraft } from './finding.ts';
import { plainTextBody } from './genericItem.ts';
import { dateIn, fieldsOf, flagIn, listIn, namesIn, textIn, type Fields } from './jsonFields.ts';
import { elements, isListAt, members, parsed, type JsonBytes } from './jsonText.ts';
import { readElements } from './readJsonLists.ts';

interface List {
  readonly name: string;
  readonly parent: string | null;
  readonly isSearch: boolean;
}

/** Reads the bookmarks. */
export function* readKarakeep(json: JsonBytes): Generator<Draft> {
  const parts = [...members(json, 0)];
  const lists = new Map<string, List>();
  for (const { start } of parts.filter(({ key }) => key === 'lists')) {
    for (const span of isListAt(json, start) ? elements(json, start) : []) {
      const fields = fieldsOf(parsed(json, span));
      const id = fields === null ? null : textIn(fields, 'id');
      if (fields === null || id === null) continue;
      lists.set(id, {
        name: textIn(fields, 'name') ?? '',
        parent: textIn(fields, 'parentId'),
        isSearch: textIn(fields, 'type') === 'smart',
      });
    }
  }
  for (const { key, start } of parts) {
    if (key !== 'bookmarks' || !isListAt(json, start)) continue;
    yield* readElements(json, start, (fields, row) => bookmarkOf(fields, row, lists));
  }
}

function bookmarkOf(fields: Fields, row: number, lists: ReadonlyMap<string, List>): ItemDraft {
  const content = fieldsOf(fields['content']) ?? {};
  const words = textIn(content, 'type') === 'text' ? textIn(content, 'text') : null;
  return {
    kind: 'item',
    row,
    address: textIn(content, 'url', 'sourceUrl'),
    title: textIn(fields, 'title') ?? textIn(content, 'title'),
    note: textIn(fields, 'note'),
    saved: dateIn(fields, 'createdAt'),
    tags: namesIn(fields, 'tags'),
    folders: listIn(fields, 'lists')
      .slice(0, 100)
      .map((id) => pathOf(typeof id === 'string' ? id : '', lists)),
    starred: flagIn(fields, 'favourited'),
    archived: flagIn(fields, 'archived'),
    body: words === null ? null : plainTextBody(words),
  };
}

/** From the outermost list on; a circle of lists ends where it closes. */
function pathOf(id: string, lists: ReadonlyMap<string, List>): readonly string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at) && seen.size < 100;) {
    seen.add(at);
    const list = lists.get(at);
    if (list === undefined || list.isSearch) break;
    names.unshift(list.name);
    at = list.parent;
  }
  return names;
}
