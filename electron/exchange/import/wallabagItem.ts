// The fields of an entry of wallabag, of version 1 or 2, come in; the item goes out.
import type { ItemDraft } from './finding.ts';
import { dateIn, flagIn, highlightsIn, listIn, namesIn, textIn, type Fields } from './jsonFields.ts';
import { wallabagBody } from './wallabagBody.ts';

/** Reads it; most fields may be missing. */
export function wallabagItem(fields: Fields, row: number): ItemDraft {
  return {
    kind: 'item',
    row,
    address: textIn(fields, 'url', 'given_url', 'origin_url'),
    title: textIn(fields, 'title'),
    byline: listIn(fields, 'published_by')
      .filter((name) => typeof name === 'string')
      .slice(0, 20)
      .join(', '),
    siteName: textIn(fields, 'domain_name'),
    lang: textIn(fields, 'language'),
    published: dateIn(fields, 'published_at'),
    saved: dateIn(fields, 'created_at'),
    tags: namesIn(fields, 'tags'),
    starred: flagIn(fields, 'is_starred', 'is_fav'),
    archived: flagIn(fields, 'is_archived', 'is_read'),
    highlights: highlightsIn(fields, 'annotations'),
    body: flagIn(fields, 'is_not_parsed') ? null : wallabagBody(textIn(fields, 'content')),
  };
}
