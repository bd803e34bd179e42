// Safari's `Bookmarks.plist` comes in; its reading list goes out, in the order it is shown in. Bookmarks beside it are left to Safari's own
// export, which has their folders.
import type { Draft } from './finding.ts';
import { dateIn, fieldsOf, listIn, textIn } from './jsonFields.ts';
import { openBinaryPlist, readXmlPlist } from './propertyList.ts';

const READING_LIST = 'com.apple.ReadingList';

/** Reads a binary list. */
export function* readBinarySafari(bytes: Uint8Array): Generator<Draft> {
  const { root, items, member, text, date } = openBinaryPlist(bytes);
  const children = (object: number | null): readonly number[] => {
    const list = object === null ? null : member(object, 'Children');
    return list === null ? [] : items(list);
  };
  const list = children(root).find((child) => text(member(child, 'Title')) === READING_LIST);
  for (const [index, item] of children(list ?? null).entries()) {
    const words = member(item, 'URIDictionary');
    const facts = member(item, 'ReadingList');
    yield {
      kind: 'item',
      row: index + 1,
      address: text(member(item, 'URLString')),
      title: words === null ? null : text(member(words, 'title')),
      excerpt: facts === null ? null : text(member(facts, 'PreviewText')),
      saved: facts === null ? null : date(member(facts, 'DateAdded')),
    };
  }
}

/** Reads a list in XML. */
export function* readXmlSafari(text: string): Generator<Draft> {
  const root = fieldsOf(readXmlPlist(text)) ?? {};
  const list = listIn(root, 'Children').find((child) => {
    const fields = fieldsOf(child);
    return fields !== null && textIn(fields, 'Title') === READING_LIST;
  });
  for (const [index, child] of listIn(fieldsOf(list) ?? {}, 'Children').entries()) {
    const item = fieldsOf(child) ?? {};
    const words = fieldsOf(item['URIDictionary']) ?? {};
    const facts = fieldsOf(item['ReadingList']) ?? {};
    yield {
      kind: 'item',
      row: index + 1,
      address: textIn(item, 'URLString'),
      title: textIn(words, 'title'),
      excerpt: textIn(facts, 'PreviewText'),
      saved: dateIn(facts, 'DateAdded'),
    };
  }
}
