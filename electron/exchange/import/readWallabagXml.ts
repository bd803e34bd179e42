// wallabag's XML comes in: a root, in it an element for each entry, in that one for each field, in those of lists one for each value. The
// items go out, one entry at a time.
import type { Draft } from './finding.ts';
import type { Fields } from './jsonFields.ts';
import { markupTokens } from './markupTokens.ts';
import { wallabagItem } from './wallabagItem.ts';

type Named = Map<string, unknown>;

/** Reads the entries. What is nested deeper than any field of wallabag's is read as text of the field. */
export function* readWallabagXml(text: string): Generator<Draft> {
  const open: string[] = [];
  let entry: Named = new Map();
  let values: unknown[] = [];
  let value: Named = new Map();
  let words: string[] = [];
  let row = 0;
  for (const token of markupTokens(text, 'xml')) {
    if (token.kind === 'text') {
      words.push(token.text);
      continue;
    }
    if (token.kind === 'open') {
      if (open.length < 5) {
        words = [];
        if (open.length === 1) entry = new Map();
        if (open.length === 2) values = [];
        if (open.length === 3) value = new Map();
      }
      if (open.length < 100) open.push(token.name);
      continue;
    }
    const depth = open.lastIndexOf(token.name);
    // An end without its beginning ends nothing; one that skips others ends them as well.
    if (depth < 0) continue;
    open.length = depth;
    const written = words.join('').trim();
    if (depth === 4) value.set(token.name, written);
    if (depth === 3) values.push(value.size > 0 ? Object.fromEntries(value) : written);
    if (depth === 2) entry.set(token.name, values.length > 0 ? values : written);
    if (depth >= 2) words = [];
    if (depth !== 1) continue;
    row += 1;
    const fields: Fields = Object.fromEntries(entry);
    if (entry.size === 0) yield { kind: 'skip', row, label: '', skip: 'empty' };
    else yield wallabagItem(fields, row);
  }
}
