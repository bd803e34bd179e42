// The trees in which Firefox (its JSON backup) and Chromium's relatives (the file `Bookmarks`) keep bookmarks come in; the bookmarks go out
// with the folders they lie in. Walked with a stack of our own, so no depth of folders is too deep for the program.
import type { Draft } from './finding.ts';
import { chromiumDate } from './importedDate.ts';
import { dateIn, fieldsOf, listIn, namesIn, textIn, type Fields } from './jsonFields.ts';
import { beginningOf, parsed, valueAt, type JsonBytes } from './jsonText.ts';

interface Node {
  readonly fields: Fields;
  readonly folders: readonly string[];
}

/** Reads Firefox's tree. Its tags stand with the bookmark or, in older backups, as folders of a root of their own. */
export function* readFirefoxTree(json: JsonBytes): Generator<Draft> {
  const root = treeOf(json);
  if (root === null) {
    yield unreadableTree(json);
    return;
  }
  const isTagRoot = (fields: Fields): boolean =>
    textIn(fields, 'root') === 'tagsFolder' || textIn(fields, 'guid') === 'tags________';
  const tags = new Map<string, string[]>();
  for (const child of listIn(root, 'children').flatMap(asFields).filter(isTagRoot)) {
    for (const tag of listIn(child, 'children').flatMap(asFields)) {
      for (const entry of listIn(tag, 'children').flatMap(asFields)) {
        const address = textIn(entry, 'uri') ?? '';
        tags.set(address, [...(tags.get(address) ?? []).slice(0, 50), textIn(tag, 'title') ?? '']);
      }
    }
  }
  let row = 0;
  const isFolder = (fields: Fields): boolean => Array.isArray(fields['children']) && !isTagRoot(fields);
  for (const { fields, folders } of walk({ fields: root, folders: [] }, isFolder, firefoxFolder)) {
    const notes = annotations(fields);
    const feed = notes.get('livemark/feedURI');
    if (feed !== undefined) yield { kind: 'feed', address: feed, title: textIn(fields, 'title'), folders };
    const address = textIn(fields, 'uri');
    const type = textIn(fields, 'type');
    if (feed !== undefined || isTagRoot(fields) || (address === null && type !== 'text/x-moz-place')) continue;
    row += 1;
    yield {
      kind: 'item',
      row,
      address,
      title: textIn(fields, 'title'),
      note: notes.get('bookmarkProperties/description') ?? null,
      saved: dateIn(fields, 'dateAdded'),
      tags: [...namesIn(fields, 'tags'), ...(tags.get(address ?? '') ?? [])],
      folders: [folders],
    };
  }
}

/** Reads Chromium's tree; what lies in a trash is none of it. */
export function* readChromeTree(json: JsonBytes): Generator<Draft> {
  const roots = fieldsOf(treeOf(json)?.['roots']);
  if (roots === null) {
    yield unreadableTree(json);
    return;
  }
  let row = 0;
  for (const [name, value] of Object.entries(roots)) {
    const root = fieldsOf(value);
    if (root === null) continue;
    const isFolder = (fields: Fields): boolean => Array.isArray(fields['children']);
    for (const { fields, folders } of walk({ fields: root, folders: [] }, isFolder, chromeFolder)) {
      if (textIn(fields, 'type') !== 'url' && textIn(fields, 'url') === null) continue;
      row += 1;
      const [address, title] = [textIn(fields, 'url'), textIn(fields, 'name')];
      if (name === 'trash') {
        yield { kind: 'skip', row, label: title ?? address ?? '', skip: 'not-saved' };
        continue;
      }
      const more = fieldsOf(fields['meta_info']) ?? {};
      yield {
        kind: 'item',
        row,
        address,
        title,
        note: textIn(more, 'Description'),
        saved: chromiumDate(textIn(fields, 'date_added')),
        folders: [folders],
      };
    }
  }
}

/** Everything that is no folder, in the order it stands. `nameOf` is asked for folders below the top; `null` is no folder of the person's. */
function* walk(
  top: Node,
  isFolder: (fields: Fields) => boolean,
  nameOf: (fields: Fields) => string | null,
): Generator<Node> {
  const waiting: Node[] = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { fields, folders } = node;
    if (!isFolder(fields)) {
      yield node;
      continue;
    }
    const name = node === top ? null : nameOf(fields);
    const inside = name === null ? folders : [...folders, name];
    const children = listIn(fields, 'children').flatMap(asFields);
    for (const child of children.reverse()) waiting.push({ fields: child, folders: inside });
    // Of a folder that is a feed itself the address stands on the folder.
    if (annotations(fields).size > 0) yield { fields: { ...fields, uri: null, type: null }, folders };
  }
}

function firefoxFolder(fields: Fields): string | null {
  const isRoot = textIn(fields, 'root') !== null || (textIn(fields, 'guid') ?? '').endsWith('______');
  return isRoot ? null : textIn(fields, 'title');
}

function chromeFolder(fields: Fields): string | null {
  return textIn(fields, 'name');
}

function annotations(fields: Fields): ReadonlyMap<string, string> {
  return new Map(
    listIn(fields, 'annos')
      .flatMap(asFields)
      .flatMap((each) => {
        const [name, value] = [textIn(each, 'name'), textIn(each, 'value')];
        return name === null || value === null ? [] : [[name, value] as const];
      }),
  );
}

function treeOf(json: JsonBytes): Fields | null {
  return fieldsOf(parsed(json, valueAt(json, 0)));
}

function unreadableTree(json: JsonBytes): Draft {
  return { kind: 'skip', row: 1, label: beginningOf(json, { start: 0, end: json.length }), skip: 'unreadable' };
}

function asFields(value: unknown): readonly Fields[] {
  const fields = fieldsOf(value);
  return fields === null ? [] : [fields];
}
