// Highlights written where the person wants them.
import type { ArticleId } from '#contract/article.ts';
import type { ExportedHighlights, HighlightFormat } from '#contract/highlight.ts';
import type { Layover } from '../layover.ts';
import type { Host } from './routes.ts';

const ENDINGS: Readonly<Record<HighlightFormat, string>> = { markdown: 'md', json: 'json' };

/** Writes an export to a file that the person chooses; `null` when they choose none. Throws `not-found`, `unreadable`, `disk`. */
export async function exportHighlights(
  wish: { readonly format: HighlightFormat; readonly articleId: ArticleId | null; readonly only?: readonly string[] },
  { highlights }: Pick<Layover, 'highlights'>,
  host: Pick<Host, 'writeFile'>,
): Promise<ExportedHighlights | null> {
  const { text, count, title } = await highlights.exportText(wish.format, wish.articleId, wish.only);
  const file = await host.writeFile(`${nameOf(title)}.${ENDINGS[wish.format]}`, text);
  return file === null ? null : { file, highlights: count };
}

/** A file's name that every system takes. */
function nameOf(title: string | null): string {
  const plain = (title ?? '')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? 'highlights' : `${plain.slice(0, 80).trim()} - highlights`;
}
