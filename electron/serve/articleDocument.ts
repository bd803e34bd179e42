// The document a person reads, as HTML: the stored, already sanitised content under a plain heading.
import type { Article } from '#contract/article.ts';

/** Wraps stored content in its page. `content` must come from the library, where only sanitised HTML is kept; all else is escaped. */
export function articleDocument(article: Article, content: string): string {
  const { byline, siteName, published } = article;
  const facts = [byline, siteName].filter((fact) => fact !== null).map(escapeHtml);
  if (published !== null) {
    facts.push(`<time datetime="${escapeHtml(published)}">${escapeHtml(published.slice(0, 10))}</time>`);
  }
  return `<!doctype html>
<html lang="${escapeHtml(article.lang ?? '')}" dir="${article.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(article.title)}</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<article class="article">
<header class="article-header">
<h1>${escapeHtml(article.title)}</h1>
<p class="meta">${facts.join(' · ')}</p>
</header>
<div class="content">
${content}
</div>
</article>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
