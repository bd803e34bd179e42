// What the tables of each service hold: which columns tell whose it is, and what each of its rows means. Columns go by their names.
import type { ImportFormat } from '#contract/imports.ts';
import { plainCell } from '#contract/tableCell.ts';
import type { ItemDraft } from './finding.ts';
import { genericItem, plainTextBody } from './genericItem.ts';
import { wallabagTableDate } from './importedDate.ts';
import { folderPath, tagList } from './importedTags.ts';
import { isYes } from './jsonFields.ts';
import { raindropHighlights } from './raindropHighlights.ts';
import { hasColumns, type Cells } from './tableRecord.ts';
import { wallabagBody } from './wallabagBody.ts';

/** What a row is: an item, or of what kind it is not one. */
export type TableRow = Omit<ItemDraft, 'kind' | 'row'> | 'a-feed' | 'not-saved';

/** The table of one service. */
export interface TableFormat {
  readonly format: ImportFormat;
  /** Reads a row. */
  readonly read: (cells: Cells) => TableRow;
}

const COMMA = /,/;
const BAR = /\|/;
const SEMICOLON = /;/;

/** Whose table it is by its columns; `null` when nothing in it can be an address. */
export function tableFormatOf(columns: ReadonlyMap<string, number>): TableFormat | null {
  const has = (...names: readonly string[]): boolean => hasColumns(columns, ...names);
  if (has('url', 'time_added', 'status')) return { format: 'pocket', read: readPocket };
  if (has('url', 'selection', 'folder')) return { format: 'instapaper', read: readInstapaper };
  if (has('url', 'content', 'mime type', 'creation date')) return { format: 'wallabag', read: readWallabag };
  if (has('url', 'document tags', 'saved date')) return { format: 'readwise', read: readReadwise };
  if (has('url', 'in queue', 'favorited')) return { format: 'matter', read: readMatter };
  if (has('url', 'labels', 'is_archived', 'is_marked')) return { format: 'readeck', read: readReadeck };
  if (has('url', 'folder', 'tags', 'created') && (has('cover') || has('highlights') || has('description')))
    return { format: 'raindrop', read: readRaindrop };
  if (has('id', 'type', 'url', 'content', 'note', 'tags', 'created')) return { format: 'mymind', read: readMymind };
  if (has('url', 'saved', 'state', 'progress', 'minutes', 'words')) return { format: 'addresses', read: readOwn };
  const isAnyTable = ['url', 'link', 'address', 'href', 'uri', 'website', 'page url'].some((name) => has(name));
  return isAnyTable ? { format: 'addresses', read: genericItem } : null;
}

function readPocket(cells: Cells): TableRow {
  if (/^deleted?$/i.test(cells('status')?.trim() ?? '')) return 'not-saved';
  return {
    address: cells('url'),
    title: cells('title'),
    saved: cells('time_added'),
    tags: tagList(cells('tags') ?? '', BAR),
    archived: /^(?:archived?|1)$/i.test(cells('status')?.trim() ?? ''),
  };
}

function readInstapaper(cells: Cells): TableRow {
  const folder = cells('folder')?.trim() ?? '';
  const isOwn = /^(?:unread|archive|starred)$/i.test(folder);
  return {
    address: cells('url'),
    title: cells('title'),
    excerpt: cells('selection'),
    saved: cells('timestamp'),
    tags: tagList(cells('tags') ?? '', COMMA),
    folders: isOwn ? [] : [[folder]],
    starred: /^starred$/i.test(folder),
    archived: /^archive$/i.test(folder),
  };
}

function readWallabag(cells: Cells): TableRow {
  return {
    address: cells('url'),
    title: cells('title'),
    saved: wallabagTableDate(cells('creation date') ?? ''),
    lang: cells('language'),
    tags: tagList(cells('tags') ?? '', COMMA),
    body: wallabagBody(cells('content')),
  };
}

function readReadwise(cells: Cells): TableRow {
  const location = cells('location')?.trim().toLowerCase();
  if (location === 'feed') return 'a-feed';
  const tags = tagList(cells('document tags') ?? '', COMMA);
  const progress = Number(cells('reading progress') ?? Number.NaN);
  return {
    address: cells('url'),
    title: cells('title'),
    saved: cells('saved date'),
    tags: tags.filter((tag) => tag !== 'favorite'),
    starred: tags.includes('favorite'),
    archived: location === 'archive',
    // A share in its interface, a percentage in other tables of the service.
    progress: progress > 1 ? progress / 100 : progress,
  };
}

function readMatter(cells: Cells): TableRow {
  const isRead = isYes(cells('read'));
  const queue = cells('in queue');
  return {
    address: cells('url'),
    title: cells('title'),
    byline: cells('author'),
    siteName: cells('publisher'),
    tags: tagList(cells('tags') ?? '', SEMICOLON),
    starred: isYes(cells('favorited')),
    archived: queue !== null && !isYes(queue),
    progress: isRead ? 1 : null,
  };
}

function readReadeck(cells: Cells): TableRow {
  return {
    address: cells('url'),
    title: cells('title'),
    saved: cells('created'),
    tags: tagList(cells('labels') ?? '', COMMA),
    starred: isYes(cells('is_marked')),
    archived: isYes(cells('is_archived')),
  };
}

function readRaindrop(cells: Cells): TableRow {
  const folder = cells('folder') ?? '';
  if (/^trash$/i.test(folder.trim())) return 'not-saved';
  return {
    address: cells('url'),
    title: cells('title'),
    excerpt: cells('excerpt', 'description'),
    note: cells('note'),
    saved: cells('created'),
    tags: tagList(cells('tags') ?? '', COMMA),
    folders: [folderPath(folder)],
    starred: isYes(cells('favorite')),
    highlights: raindropHighlights(cells('highlights') ?? ''),
  };
}

function readMymind(cells: Cells): TableRow {
  const address = cells('url');
  const content = cells('content');
  return {
    address,
    title: cells('title'),
    excerpt: address === null ? null : content,
    note: cells('note'),
    saved: cells('created'),
    tags: tagList(cells('tags') ?? '', COMMA),
    // What was written there has no address: its text is all there is.
    body: address === null && content !== null ? plainTextBody(content) : null,
  };
}

/** The table that Layover itself writes; an apostrophe before what a spreadsheet would take for a formula was put there by it. */
function readOwn(cells: Cells): TableRow {
  const plain: Cells = (...names) => {
    const cell = cells(...names);
    return cell === null ? null : plainCell(cell);
  };
  const state = plain('state');
  const progress = Number.parseFloat(plain('progress') ?? '') / 100;
  return {
    ...genericItem(plain),
    archived: state === 'archived',
    progress: plain('read') === null ? progress : 1,
  };
}
