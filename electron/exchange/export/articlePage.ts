// An article in; one file of HTML out that needs nothing else: its pictures are in it, it asks no network, runs no script, follows the system
// between light and dark, and prints well. Pure.
import { escapeHtml } from '#contract/escapeHtml.ts';
import { keptAt, type Article, type ArticleId, type RelatedList } from '#contract/article.ts';
import { filled, type ExportWords } from '#contract/exportWords.ts';
import type { Highlight } from '#contract/highlight.ts';
import { PAGE_STYLE } from './articlePageStyle.ts';
import {
  pictureOf,
  pictureType,
  webAddressOf,
  type ExportArticle,
  type ExportChoice,
  type ReadPicture,
} from './exportArticle.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The page; `names` has the names of the other files of the same export, without their ending. Throws what reading pictures throws. */
export async function toArticlePage(
  { article, content, highlights, links }: ExportArticle,
  choice: ExportChoice,
  names: ReadonlyMap<ArticleId, string>,
  readPicture: ReadPicture,
): Promise<string> {
  const linkTo = (address: string): string | undefined => {
    const id = links.get(address);
    const name = id === undefined ? undefined : names.get(id);
    return name === undefined ? undefined : `${encodeURIComponent(name)}.html`;
  };
  const { title, byline, siteName, published, lang, dir } = article;
  const address = webAddressOf(article);
  const facts = [byline, siteName, published?.slice(0, 10) ?? null].flatMap((fact) =>
    fact === null || fact === '' ? [] : [escapeHtml(fact)],
  );
  const source = address === null ? '' : `<a href="${escapeHtml(address)}"><bdi>${escapeHtml(address)}</bdi></a> · `;
  return `<!doctype html>
${address === null ? '' : markOfWeb(address)}<html lang="${escapeHtml(lang ?? '')}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(title)}</title>
${factsInHead(article)}<style>
${PAGE_STYLE}</style>
</head>
<body>
<article>
<header><h1>${escapeHtml(title)}</h1>
<p class="meta">${facts.join(' · ')}</p></header>
<div class="content">
${withLinks(await withPictures(content, readPicture), linkTo)}
</div>
${choice.hasHighlights ? highlightPart(article.note, highlights, choice.words) : ''}${choice.hasRelated ? article.relatedLists.map((list) => relatedPart(list, linkTo, choice.words)).join('') : ''}<footer ${ours(choice.words)}><p>${source}${escapeHtml(filled(choice.words.savedWith, 'date', keptAt(article).slice(0, 10)))}</p></footer>
</article>
</body>
</html>
`;
}

/** The comment by which browsers say where a saved page is from; whoever opens it later knows its address by that. */
function markOfWeb(address: string): string {
  // Two dashes may not stand in a comment.
  return `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address.replaceAll('--', '%2D%2D')} -->\n`;
}

/** The article's facts where programs look for them. */
function factsInHead({ byline, siteName, published, updated, tags }: Article): string {
  const facts: readonly (readonly [attribute: string, name: string, value: string | null])[] = [
    ['name', 'author', byline],
    ['property', 'og:site_name', siteName],
    ['property', 'article:published_time', published],
    ['property', 'article:modified_time', updated],
    ['name', 'keywords', tags.length === 0 ? null : tags.join(', ')],
  ];
  return facts
    .flatMap(([attribute, name, value]) =>
      value === null || value === '' ? [] : `<meta ${attribute}="${name}" content="${escapeHtml(value)}">\n`,
    )
    .join('');
}

/** Stored HTML has `<` and `>` nowhere but around tags. A picture that is gone leaves its words. */
async function withPictures(html: string, readPicture: ReadPicture): Promise<string> {
  const pieces: string[] = [];
  const sources = new Map<string, string | undefined>();
  let at = 0;
  for (const found of html.matchAll(/<img ([^>]*)>/g)) {
    const [tag, attributes = ''] = found;
    const source = /(?:^| )src="([^"]*)"/.exec(attributes)?.[1];
    const file = pictureOf(source);
    if (file !== undefined && !sources.has(file)) {
      const bytes = await readPicture(file);
      sources.set(file, bytes && `data:${pictureType(file)};base64,${Buffer.from(bytes).toString('base64')}`);
    }
    const data = file === undefined ? undefined : sources.get(file);
    const alt = /(?:^| )alt="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const shown =
      data === undefined
        ? `<span class="missing-image">${alt}</span>`
        : `<img ${attributes.replace(`src="${source ?? ''}"`, `src="${data}"`)}>`;
    pieces.push(html.slice(at, found.index), shown);
    at = found.index + tag.length;
  }
  return pieces.join('') + html.slice(at);
}

function withLinks(html: string, linkTo: (address: string) => string | undefined): string {
  return html.replace(/ href="(https?:[^"]*)"/g, (whole, written: string) => {
    const href = linkTo(
      written.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    );
    return href === undefined ? whole : ` href="${escapeHtml(href)}"`;
  });
}

/** Ours in the midst of the article's language. */
function ours({ lang, dir }: ExportWords): string {
  return `lang="${lang}" dir="${dir}"`;
}

function highlightPart(whole: string, highlights: readonly Highlight[], words: ExportWords): string {
  if (whole === '' && highlights.length === 0) return '';
  const parts = highlights.map(({ target, note, color }) => {
    return `<blockquote class="${color}"><p>${escapeHtml(target.quote.exact).replace(/\n/g, '<br>')}</p></blockquote>${noteOf(note)}\n`;
  });
  return `<section class="highlights"><h2 ${ours(words)}>${escapeHtml(words.highlights)}</h2>\n${noteOf(whole)}${parts.join('')}</section>\n`;
}

function noteOf(note: string): string {
  return note.trim() === '' ? '' : `<p class="note">${escapeHtml(note).replace(/\n/g, '<br>')}</p>`;
}

function relatedPart(
  { heading, entries }: RelatedList,
  linkTo: (address: string) => string | undefined,
  words: ExportWords,
): string {
  if (entries.length === 0) return '';
  const items = entries.map(({ title, url, published, added, updated }) => {
    const name = escapeHtml(title === '' ? (url ?? '…') : title);
    const href = url !== null && /^https?:/i.test(url) ? (linkTo(url) ?? url) : undefined;
    const date = (published ?? added ?? updated)?.slice(0, 10);
    const link = href === undefined ? name : `<a href="${escapeHtml(href)}">${name}</a>`;
    return `<li>${link}${date === undefined ? '' : ` <small>${escapeHtml(date)}</small>`}</li>\n`;
  });
  const said =
    heading === null || heading.trim() === ''
      ? `<h2 ${ours(words)}>${escapeHtml(words.related)}</h2>`
      : `<h2>${escapeHtml(heading)}</h2>`;
  return `<section class="related">${said}\n<ul>\n${items.join('')}</ul></section>\n`;
}
