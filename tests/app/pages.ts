// Pages for the window's tests, as a site would send them: whole documents of our own writing, as files to save.
import type { SaveSource } from '#contract/save.ts';

/** What a test says about a page; the rest is plausible. */
export interface PageWords {
  readonly title: string;
  /** Host and path, without the scheme. */
  readonly address: string;
  readonly published?: string;
  /** Each a paragraph; HTML is left as it is. */
  readonly paragraphs?: readonly string[];
  /** Lines of a related list in the bracketed-date form. */
  readonly related?: readonly string[];
}

const FILLER =
  'The keeper wrote every arrival down by hand, one line for each night, and never missed one in thirty years. ' +
  'What he did not write down, the sea did, in rings of salt on the lower steps of the stair.';

/** Paragraphs that can be told apart: "Paragraph 7. …". */
export function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `Paragraph ${i + 1}. ${FILLER} ${FILLER}`);
}

/** The page as HTML. */
export function pageHtml({
  title,
  address,
  published = '2026-09-04',
  paragraphs = numbered(6),
  related = [],
}: PageWords): string {
  const list =
    related.length === 0
      ? ''
      : `<section><h2>Related posts</h2><ul>${related.map((line) => `<li>${line}</li>`).join('')}</ul></section>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="canonical" href="https://${address}"><meta property="og:site_name" content="Harbour Notes">
<meta property="og:title" content="${title}"><meta property="article:published_time" content="${published}"></head>
<body><main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>${list}</main></body></html>`;
}

/** The page as a file to save. */
export function pageFile(words: PageWords): SaveSource {
  return { from: 'file', name: 'page.html', bytes: Buffer.from(pageHtml(words)) };
}

/** A line of a related list. */
export function listed(title: string, added: string, updated: string = added): string {
  return `${title} [Last Updated On: ${updated}] [Originally Added On: ${added}]`;
}
