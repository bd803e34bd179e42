// Highlights as Markdown that any reader of CommonMark 0.31 shows as it was meant: what is markup there stands behind a backslash. Pure.
import type { Highlight } from '#contract/highlight.ts';
import { addressOf, type ExportedArticle, type HighlightsExport } from './highlightsExport.ts';

/** The text of the file: a heading for each article, its facts, and each highlight as a quotation with its note and tags. */
export function highlightsToMarkdown({ articles, exported }: HighlightsExport): string {
  const head = `# Highlights\n\nWritten by Layover on ${exported.slice(0, 10)}.\n`;
  return [head, ...articles.map(articlePart)].join('\n');
}

function articlePart({ article, highlights }: ExportedArticle): string {
  const address = addressOf(article);
  const facts = [
    ...(article.byline === null ? [] : [`By ${escaped(article.byline)}`]),
    ...(article.siteName === null ? [] : [escaped(article.siteName)]),
    ...(article.published === null ? [] : [`published ${article.published.slice(0, 10)}`]),
    `saved ${article.saved.slice(0, 10)}`,
  ].join(' · ');
  const link = address === null ? '' : `\n<${address.replace(/[\s<>]/g, (each) => encodeURIComponent(each))}>\n`;
  return `## ${escaped(article.title)}\n\n${facts}\n${link}\n${highlights.map(highlightPart).join('\n')}`;
}

function highlightPart({ target, color, note, tags, created }: Highlight): string {
  const quote = paragraphs(target.quote.exact)
    .map((each) => `> ${each}`)
    .join('\n>\n');
  const facts = [color, created.slice(0, 10), ...(tags.length === 0 ? [] : [`tags: ${tags.map(escaped).join(', ')}`])];
  const said = note.trim() === '' ? '' : `\n${paragraphs(note, true).join('\n\n')}\n`;
  return `${quote}\n${said}\n*${facts.join(' · ')}*\n`;
}

/** A paragraph for each line, or, with `keepsLines`, for what stands between empty lines. */
function paragraphs(text: string, keepsLines = false): readonly string[] {
  return text
    .split(keepsLines ? /\n\s*\n/ : /\n+/)
    .map((part) =>
      part
        .split('\n')
        .map(escaped)
        .filter((line) => line !== '')
        .join('\\\n'),
    )
    .filter((part) => part !== '');
}

/** A line of text that is nothing but text: sections 2.4 (backslash escapes) and 4 (what begins a block) of CommonMark. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&~|$]/g, String.raw`\$&`)
    .replace(/^[#+\-=:]/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}
