// Articles as a table for spreadsheets (RFC 4180), with what a spreadsheet would take for a formula made harmless. Pure.
import { keptAt } from '#contract/article.ts';
import { harmlessCell } from '#contract/tableCell.ts';
import { stringify } from 'csv-stringify/sync';
import { webAddressOf } from './exportArticle.ts';
import { isMissing, type ExportItem } from './exportItem.ts';

const COLUMNS =
  'title url author site language published updated saved tags starred state progress read minutes words highlights kind excerpt note'.split(
    ' ',
  );

/** The table with its heading, a piece for each article; begins with a byte order mark, by which spreadsheets know UTF-8. */
export async function* toArticleTable(items: AsyncIterable<ExportItem>): AsyncGenerator<string, void> {
  yield line(COLUMNS, true);
  for await (const item of items) {
    if (isMissing(item)) continue;
    const { article, highlights } = item;
    const { reading } = article;
    yield line([
      article.title,
      webAddressOf(article) ?? '',
      article.byline ?? '',
      article.siteName ?? '',
      article.lang ?? '',
      article.published ?? '',
      article.updated ?? '',
      keptAt(article),
      article.tags.join(', '),
      article.starred ? 'yes' : 'no',
      reading.archived ? 'archived' : reading.read !== null ? 'read' : reading.progress > 0 ? 'reading' : 'unread',
      `${Math.round(reading.progress * 100)}%`,
      reading.read ?? '',
      String(article.minutes),
      String(article.report.words),
      String(highlights.length),
      article.kind,
      article.excerpt ?? '',
      article.note,
    ]);
  }
}

function line(cells: readonly string[], isFirst = false): string {
  return stringify([cells.map(harmlessCell)], { bom: isFirst, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
