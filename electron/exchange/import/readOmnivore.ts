// One of the lists of an Omnivore export comes in, with the archive or folder it lies in; the items go out, with their texts from
// `content/` and their highlights from `highlights/`, each unpacked only when its item is asked for.
import type { ImportedBody } from '#contract/imports.ts';
import type { Draft, ItemDraft } from './finding.ts';
import type { ImportTools } from './importTools.ts';
import { dateIn, namesIn, textIn, type Fields } from './jsonFields.ts';
import { readOmnivoreHighlights } from './omnivoreHighlights.ts';
import type { JsonBytes } from './jsonText.ts';
import { readElements } from './readJsonLists.ts';

/** What lies beside the list: unpacks a file by its path from the list's folder; `null` when there is none or it is damaged. */
export type Beside = (path: string) => Uint8Array | null;

// What had no address got one of Omnivore's own.
const NO_ADDRESS = /^https?:\/\/omnivore\.app\/no_url\b/i;

/** Reads the list. */
export function readOmnivore(json: JsonBytes, beside: Beside, tools: ImportTools): Generator<Draft> {
  return readElements(json, 0, (fields, row) => {
    const state = textIn(fields, 'state')?.toLowerCase() ?? '';
    if (state === 'deleted') return { kind: 'skip', row, label: textIn(fields, 'title') ?? '', skip: 'not-saved' };
    return itemOf(fields, row, beside, tools, state === 'archived');
  });
}

function itemOf(fields: Fields, row: number, beside: Beside, tools: ImportTools, archived: boolean): ItemDraft {
  const slug = textIn(fields, 'slug');
  const address = textIn(fields, 'url');
  const progress = Number(textIn(fields, 'readingProgress') ?? Number.NaN);
  const marks = slug === null ? null : beside(`highlights/${slug}.md`);
  const { highlights, note } = readOmnivoreHighlights(marks === null ? '' : tools.decode(marks, false));
  return {
    kind: 'item',
    row,
    address: address !== null && NO_ADDRESS.test(address) ? null : address,
    title: textIn(fields, 'title'),
    byline: textIn(fields, 'author'),
    excerpt: textIn(fields, 'description'),
    published: dateIn(fields, 'publishedAt'),
    saved: dateIn(fields, 'savedAt'),
    tags: namesIn(fields, 'labels'),
    archived,
    progress: progress / 100,
    note,
    highlights,
    body: slug === null ? null : bodyOf(slug, beside, tools),
  };
}

function bodyOf(slug: string, beside: Beside, tools: ImportTools): ImportedBody | null {
  const page = beside(`content/${slug}.html`);
  if (page !== null) {
    const html = tools.decode(page, true);
    return html.trim() === '' ? null : { kind: 'html', html };
  }
  const bytes = beside(`content/${slug}.pdf`);
  return bytes === null || bytes.length === 0 ? null : { kind: 'file', name: `${slug}.pdf`, bytes };
}
