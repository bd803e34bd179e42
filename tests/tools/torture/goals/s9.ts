// S9: nothing in our tables is a formula to a spreadsheet, and what is written into one is read back as it was.
import { parse } from 'csv-parse/sync';
import { exportTimeline } from '../../../../electron/exchange/exportTimeline.ts';
import { toArticleTable } from '../../../../electron/exchange/export/articleTable.ts';
import type { ExportItem } from '../../../../electron/exchange/export/exportItem.ts';
import { readImport } from '../../../../electron/exchange/import/readImport.ts';
import { importTools } from '../../../../electron/library/importing/importTools.ts';
import { NO_FILTER, type TimelinePost } from '#contract/post.ts';
import { anArticle } from '../../../helpers/articles.ts';
import { joinParts, type Goal } from '../goal.ts';
import { DANGEROUS_CELLS, naughtyStrings } from '../naughtyStrings.ts';

const FIRST = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const LEAST = { dangerous: 100, naughty: 515 };

/** See `docs/promises.md`. */
export const s9: Goal = {
  id: 'S9',
  goal: 'tables',
  figure: 'every dangerous cell of 100 escaped; export and import give back 515 naughty strings as they were',
  needs: [],
  limitMinutes: { short: 2, long: 2 },
  async run() {
    const dangerous = await articleTable(DANGEROUS_CELLS);
    const posts = [
      ...exportTimeline('csv', {
        axis: 'saved',
        filter: NO_FILTER,
        exported: '2026-01-01T00:00:00.000Z',
        posts: DANGEROUS_CELLS.map(postOf),
      }),
    ].join('');
    const open = [dangerous, posts].map(
      (table) => cellsOf(table).filter((cell) => FIRST.test(cell.trimStart()) && !/^-?\d+%?$/.test(cell)).length,
    );
    const texts = naughtyStrings();
    const table = await articleTable(texts);
    const back = itemsOf(table);
    const unlike = texts.filter(
      (text, index) =>
        back[index]?.note !==
        text
          .replace(/\r\n?/g, '\n')
          .replace(/[^\P{Cc}\n\t]/gu, '')
          .trim(),
    );
    const titles = texts.filter((text, index) => back[index]?.title !== lineOf(text));
    const control = `title,url\r\n${DANGEROUS_CELLS.map((cell) => `"${cell.replaceAll('"', '""')}",x`).join('\r\n')}`;
    const seen = cellsOf(control).filter((cell) => FIRST.test(cell.trimStart())).length;
    return {
      tried: `${DANGEROUS_CELLS.length} cells as title, author, site, excerpt and note of articles and as posts of a timeline; ${texts.length} texts as titles and notes, read again by the import (the list of 515 is not on this machine; these are made of its kinds)`,
      ...joinParts([
        {
          measured: `${open[0]} formulas in the table of articles, ${open[1]} in that of a timeline`,
          isHeld: open.every((count) => count === 0) && DANGEROUS_CELLS.length >= LEAST.dangerous,
        },
        {
          measured: `${unlike.length} notes came back otherwise ${JSON.stringify(unlike.slice(0, 3))}`,
          isHeld: unlike.length === 0 && back.length === texts.length && texts.length >= LEAST.naughty,
        },
        {
          measured: `${titles.length} titles came back otherwise ${JSON.stringify(titles.slice(0, 3))}`,
          isHeld: titles.length === 0,
        },
      ]),
      control: { tried: `a table written without care: ${seen} formulas were seen`, hasFired: seen > 0 },
    };
  },
};

async function articleTable(texts: readonly string[]): Promise<string> {
  async function* items(): AsyncGenerator<ExportItem> {
    for (const [index, text] of texts.entries())
      yield {
        article: anArticle({
          title: text,
          byline: text,
          siteName: text,
          excerpt: text,
          note: text,
          canonicalUrl: `https://notes.example/${index}`,
        }),
        content: '',
        links: new Map(),
        highlights: [],
      };
  }
  let table = '';
  for await (const piece of toArticleTable(items())) table += piece;
  return table;
}

function cellsOf(table: string): readonly string[] {
  const rows: readonly (readonly string[])[] = parse(table, { bom: true, relax_column_count: true });
  return rows.slice(1).flat();
}

function itemsOf(table: string): readonly { readonly title: string | null; readonly note: string }[] {
  const found = [
    ...readImport([{ name: 'table.csv', bytes: new TextEncoder().encode(table) }], importTools(Date.UTC(2027, 0, 1))),
  ];
  return found.flatMap((finding) => (finding.kind === 'row' && !('skip' in finding.row) ? [finding.row] : []));
}

/** A title is one line. */
function lineOf(text: string): string | null {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim() || null;
}

function postOf(title: string, index: number): TimelinePost {
  return {
    post: index,
    title,
    url: null,
    kind: 'article',
    site: title,
    added: null,
    updated: null,
    published: null,
    saved: '2026-01-01',
    articleId: null,
    state: 'saved',
    updatedAfterDays: 0,
    updatedSinceSavedDays: 0,
    lists: 0,
    feed: null,
  };
}
