// A row of a table, or an object of a list, of a service that is not known comes in; what its names tell goes out.
import type { ImportedBody } from '#contract/imports.ts';
import { escapeHtml } from '#contract/escapeHtml.ts';
import type { ItemDraft } from './finding.ts';
import { folderPath, tagList } from './importedTags.ts';
import { isYes } from './jsonFields.ts';
import type { Cells } from './tableRecord.ts';

/** Reads it by the names that most services use, in any case. */
export function genericItem(cells: Cells): Omit<ItemDraft, 'kind' | 'row'> {
  const state = cells('state', 'status', 'location') ?? '';
  const folder = cells('folder', 'collection', 'list', 'category', 'folder path');
  const isState = /^(?:unread|archived?|read|starred|favou?rites?|inbox|new|later)$/i.test(folder?.trim() ?? '');
  const states = `${state} ${isState ? (folder ?? '') : ''}`;
  const content = cells('html', 'content');
  return {
    address: cells('url', 'link', 'address', 'href', 'uri', 'website', 'page url'),
    title: cells('title', 'name', 'page title', 'text'),
    byline: cells('author', 'byline', 'creator'),
    siteName: cells('site', 'site name', 'publisher', 'source', 'domain'),
    lang: cells('language', 'lang'),
    excerpt: cells('excerpt', 'description', 'summary', 'selection'),
    note: cells('note', 'notes', 'comment', 'comments'),
    published: cells('published', 'published at', 'published date', 'date published'),
    saved: cells(
      'created',
      'date',
      'timestamp',
      'added',
      'saved',
      'created at',
      'added at',
      'saved at',
      'date added',
      'date created',
      'date saved',
      'saved date',
      'creation date',
      'time added',
      'add date',
      'time',
    ),
    tags: tagList(cells('tags', 'labels', 'keywords', 'categories') ?? '', /[,;|]/),
    folders: folder === null || isState ? [] : [folderPath(folder)],
    starred:
      isYes(cells('starred', 'favorite', 'favourite', 'favorited', 'is starred', 'is marked', 'liked')) ||
      /starred|favou?rite/i.test(states),
    archived: isYes(cells('archived', 'is archived', 'read', 'is read')) || /\b(?:archived?|read)\b/i.test(states),
    body: content !== null && /^\s*<[a-z!]/i.test(content) ? { kind: 'html', html: content } : null,
  };
}

/** A text without markup as a body, its blank lines parting paragraphs. */
export function plainTextBody(text: string): ImportedBody {
  const paragraphs = text.split(/\n\s*\n/).filter((each) => each.trim() !== '');
  const html = paragraphs.map((each) => `<p>${escapeHtml(each.trim()).replaceAll('\n', '<br>')}</p>`).join('\n');
  return { kind: 'html', html };
}
