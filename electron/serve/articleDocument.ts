// The document a person reads, as HTML: the stored, already sanitised content under a plain heading; below it what is missing of the
// article, and readers' comments, folded. Sentences of ours are English here; the window writes them in its own language.
import { escapeHtml } from '#contract/escapeHtml.ts';
import { describeMissingPages, type Article } from '#contract/article.ts';

/**
 * When the pictures of a document are loaded: with it, or when the window that shows it wants them, in whose `data-picture` their
 * addresses stand until then. (Browsers leave `loading="lazy"` alone where scripts are off, as they are here.)
 */
export type PictureLoading = 'withDocument' | 'whenWanted';

/**
 * Wraps stored content in its page. `content` and `comments` must come from the library, where only sanitised HTML is kept; all else
 * is escaped. `comments` is `null` when there are none or when they could not be read.
 */
export function articleDocument(
  article: Article,
  content: string,
  comments: string | null,
  pictures: PictureLoading,
): string {
  const { byline, siteName, published } = article;
  const facts = [byline, siteName].filter((fact) => fact !== null).map(escapeHtml);
  if (published !== null) {
    facts.push(`<time datetime="${escapeHtml(published)}">${escapeHtml(published.slice(0, 10))}</time>`);
  }
  return pageOf(
    article,
    `<header class="article-header">
<h1>${escapeHtml(article.title)}</h1>
<p class="meta">${facts.join(' · ')}</p>
${printedPart(article)}</header>
<div class="content">
${withPictures(content, pictures)}
</div>
${missingPart(article)}${commentsPart(article, comments && withPictures(comments, pictures))}`,
  );
}

/** A document like an article's with nothing in it; the settings show in it how a text will look. */
export function emptyDocument(): string {
  return pageOf({ lang: null, dir: 'ltr', title: '' }, '<div class="content"></div>\n');
}

/** Stored pictures have their sizes, so no line moves when one comes later. Stored HTML has `<` and `>` nowhere but around tags. */
function withPictures(html: string, pictures: PictureLoading): string {
  return pictures === 'whenWanted' ? html.replaceAll(/(<img (?:[^>]* )?)src="/g, '$1data-picture="') : html;
}

function pageOf({ lang, dir, title }: Pick<Article, 'lang' | 'dir' | 'title'>, inner: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(lang ?? '')}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/page.css">
<link rel="stylesheet" href="/print.css" media="print">
</head>
<body>
<article class="article">
${inner}</article>
</body>
</html>
`;
}

/** On paper only: where it is from, and when it was saved. */
function printedPart({ canonicalUrl, saved }: Article): string {
  const address = canonicalUrl === null ? '' : `<bdi>${escapeHtml(canonicalUrl)}</bdi> · `;
  return `<p class="printed" lang="en" dir="ltr" hidden>${address}Saved ${escapeHtml(saved.slice(0, 10))}</p>
`;
}

function missingPart({ report: { missingPages } }: Article): string {
  if (missingPages === null) return '';
  return `<aside class="missing-pages" lang="en" dir="ltr">
<p><strong>${describeMissingPages(missingPages)}.</strong> <span>${escapeHtml(missingPages.reason)}</span></p>
<p>What is above is safe. Save the article again to try once more, or <a href="${escapeHtml(missingPages.url)}">go on where it stops</a>.</p>
</aside>
`;
}

function commentsPart({ comments: count, lang, dir }: Article, html: string | null): string {
  if (count === 0) return '';
  if (html === null) {
    return '<p class="comments-lost" lang="en" dir="ltr">The comments saved with this article could not be read. The article itself is whole.</p>\n';
  }
  const summary = `${count} ${count === 1 ? 'comment' : 'comments'} saved with this article`;
  return `<details class="comments">
<summary lang="en" dir="ltr">${summary}</summary>
<div lang="${escapeHtml(lang ?? '')}" dir="${dir}">
${html}
</div>
</details>
`;
}
