// A passage and the facts of its article in; the passage with its source out, as plain text and as HTML, in the style the person chose.
// Pure; dates come written out. What is not known of an article is left out, never made up.
import type { Article } from '#contract/article.ts';
import { unreachable } from '#contract/errors.ts';
import { escapeHtml } from '#contract/escapeHtml.ts';
import type { CitationStyle } from '#contract/settings.ts';

/** The facts a citation is made of. */
export type CitedArticle = Pick<
  Article,
  'title' | 'byline' | 'siteName' | 'published' | 'canonicalUrl' | 'saved' | 'lang' | 'dir' | 'id'
>;

/** The words that depend on the language of the window; dates are written out. */
export interface CitationWords {
  /** `null` when the article does not tell when it was published. */
  readonly published: string | null;
  /** "saved 3 May 2026". */
  readonly accessed: string;
}

/** What is put on the clipboard. */
export interface Citation {
  readonly text: string;
  readonly html: string;
}

/** Isolates a text whose direction is another from what stands around it (Unicode's FSI and PDI). */
const isolate = (text: string, dir: 'ltr' | 'rtl'): string => (dir === 'rtl' ? `\u2068${text}\u2069` : text);

/** Makes the citation; `passage` is empty for the reference alone. */
export function cite(passage: string, article: CitedArticle, written: CitationWords, style: CitationStyle): Citation {
  const quoted = passage
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  switch (style) {
    case 'plain':
      return plain(quoted, article, written);
    case 'markdown':
      return markdown(quoted, article, written);
    case 'bibtex':
      return bibtex(quoted, article);
    default:
      return unreachable(style);
  }
}

/** Author, title, site, date of publication, address and when it was saved, as far as they are known. */
function referenceParts(article: CitedArticle, { published, accessed }: CitationWords): readonly string[] {
  const site = article.siteName === article.byline ? null : article.siteName;
  return [site, published, accessed].filter((part) => part !== null);
}

function plain(passage: string, article: CitedArticle, written: CitationWords): Citation {
  const title = isolate(article.title, article.dir);
  const author = article.byline === null ? '' : `${isolate(article.byline, article.dir)}, `;
  const parts = referenceParts(article, written).join(', ');
  const address = article.canonicalUrl === null ? '' : `\n${article.canonicalUrl}`;
  const source = `${author}“${title}”, ${parts}.`;
  const text = passage === '' ? `${source}${address}` : `“${nestQuotes(passage)}”\n\n— ${source}${address}`;
  return { text, html: htmlOf(passage, article, written) };
}

function markdown(passage: string, article: CitedArticle, written: CitationWords): Citation {
  const title = escapeMarkdown(article.title);
  const linked =
    article.canonicalUrl === null
      ? `*${title}*`
      : `[${title}](<${article.canonicalUrl.replace(/[<>\s]/g, encodeURIComponent)}>)`;
  const author = article.byline === null ? '' : `${escapeMarkdown(article.byline)}, `;
  const source = `${author}${linked}, ${referenceParts(article, written).map(escapeMarkdown).join(', ')}.`;
  const quote = passage
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join('\n');
  return { text: passage === '' ? source : `${quote}\n>\n> — ${source}`, html: htmlOf(passage, article, written) };
}

function bibtex(passage: string, article: CitedArticle): Citation {
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    ['author', article.byline === null ? null : escapeTex(article.byline.split(/\s*,\s*/).join(' and '))],
    ['title', `{${escapeTex(article.title)}}`],
    ['organization', article.siteName === null ? null : escapeTex(article.siteName)],
    ['date', article.published === null ? null : article.published.slice(0, 10)],
    ['url', article.canonicalUrl],
    ['urldate', article.saved.slice(0, 10)],
    ['langid', article.lang],
    ['note', passage === '' ? null : `\\enquote{${escapeTex(passage.replace(/\s+/g, ' '))}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  const text = `@online{${keyOf(article)},\n${lines.join('\n')}\n}`;
  return { text, html: `<pre>${escapeHtml(text)}</pre>` };
}

function htmlOf(passage: string, article: CitedArticle, written: CitationWords): string {
  const { title, canonicalUrl, byline, dir, lang } = article;
  const attributes = `dir="${dir}"${lang === null ? '' : ` lang="${escapeHtml(lang)}"`}`;
  const cited = `<cite ${attributes}>${escapeHtml(title)}</cite>`;
  const linked = canonicalUrl === null ? cited : `<a href="${escapeHtml(canonicalUrl)}">${cited}</a>`;
  const author = byline === null ? '' : `<bdi>${escapeHtml(byline)}</bdi>, `;
  const source = `${author}${linked}, ${referenceParts(article, written).map(escapeHtml).join(', ')}.`;
  if (passage === '') return `<p>${source}</p>`;
  const paragraphs = passage
    .split(/\n{2,}/)
    .map((each) => `<p>${escapeHtml(each).replaceAll('\n', '<br>')}</p>`)
    .join('');
  return `<blockquote ${attributes}>${paragraphs}</blockquote><p>— ${source}</p>`;
}

/** Quotes within a quote are single ones, so that its end can be seen. */
function nestQuotes(passage: string): string {
  return passage.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’')).replace(/"([^"]*)"/g, '‘$1’');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, String.raw`\$&`).replace(/^(\s*)([#>+-]|\d+\.)(?=\s)/, String.raw`$1\$2`);
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\~^{}#$%&_]/g, (letter) => (Object.hasOwn(TEX, letter) ? (TEX[letter] ?? '') : `\\${letter}`));
}

/** The first author's last name, the year, and enough of the id that no two are the same. */
function keyOf({ byline, published, id }: CitedArticle): string {
  const name = (byline?.split(',')[0]?.trim().split(/\s+/).at(-1) ?? '').normalize('NFKD').toLowerCase();
  return `${name.replace(/[^a-z0-9]/g, '')}${published?.slice(0, 4) ?? ''}${id.slice(0, 4)}`;
}
