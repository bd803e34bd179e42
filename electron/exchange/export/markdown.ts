// Articles in; notes in Markdown out, one of each with its facts as YAML before it, its pictures beside it in `images/`, and plain relative links
// between them, so that Obsidian and every other program for notes reads them. Pure but for where the files go.
import { keptAt, type ArticleId, type RelatedList } from '#contract/article.ts';
import type { ExportWords } from '#contract/exportWords.ts';
import type { Highlight } from '#contract/highlight.ts';
import { bookAddress } from './bookAddress.ts';
import { toBookTree } from './bookTree.ts';
import { webAddressOf, type ExportArticle, type ExportChoice, type ReadPicture } from './exportArticle.ts';
import { isMissing, type ExportItem } from './exportItem.ts';
import { plainLine, toMarkdown } from './markdownText.ts';

/** Where files go. */
export interface FileTarget {
  put(name: string, content: Uint8Array | string): Promise<void>;
}

/** Writes all notes. `names` has for each article the name of its file without an ending. Throws what reading and writing throw. */
export async function writeMarkdown(
  items: AsyncIterable<ExportItem>,
  choice: ExportChoice,
  names: ReadonlyMap<ArticleId, string>,
  readPicture: ReadPicture,
  target: FileTarget,
): Promise<void> {
  const written = new Set<string>();
  for await (const item of items) {
    if (isMissing(item)) continue;
    const { text, pictures } = toNote(item, choice, names);
    for (const picture of pictures) {
      if (written.has(picture)) continue;
      written.add(picture);
      const bytes = await readPicture(picture);
      if (bytes !== undefined) await target.put(`images/${picture.slice(3)}`, bytes);
    }
    await target.put(`${names.get(item.article.id) ?? item.article.id}.md`, text);
  }
}

/** An article's note, and which pictures it shows. */
function toNote(
  { article, content, highlights, links }: ExportArticle,
  choice: ExportChoice,
  names: ReadonlyMap<ArticleId, string>,
): { readonly text: string; readonly pictures: readonly string[] } {
  const linkTo = (address: string): string | undefined => {
    const id = links.get(address);
    const name = id === undefined ? undefined : names.get(id);
    return name === undefined ? undefined : `${encodeURIComponent(name)}.md`;
  };
  const tree = toBookTree(content, { linkTo, pictureAt: (file) => `images/${file.slice(3)}` });
  const parts = [
    frontMatter(article),
    `# ${plainLine(article.title)}`,
    toMarkdown(tree.nodes),
    ...(choice.hasHighlights && highlights.length > 0 ? [highlightPart(highlights, choice.words)] : []),
    ...(choice.hasRelated ? article.relatedLists.flatMap((list) => relatedPart(list, linkTo, choice.words)) : []),
  ];
  return { text: `${parts.filter((part) => part !== '').join('\n\n')}\n`, pictures: tree.pictures };
}

function frontMatter(article: ExportArticle['article']): string {
  const { reading } = article;
  const state = reading.archived
    ? 'archived'
    : reading.read !== null
      ? 'read'
      : reading.progress > 0
        ? 'reading'
        : 'unread';
  const facts: readonly (readonly [string, string | boolean | null | readonly string[]])[] = [
    ['title', article.title],
    ['url', webAddressOf(article)],
    ['author', article.byline],
    ['site', article.siteName],
    ['published', article.published],
    ['saved', keptAt(article)],
    ['tags', article.tags],
    ['starred', article.starred],
    ['state', state],
    ['lang', article.lang],
    ['note', article.note === '' ? null : article.note],
  ];
  const lines = facts.flatMap(([name, value]) => {
    if (value === null) return [];
    if (typeof value === 'boolean') return [`${name}: ${value}`];
    if (typeof value === 'string') return [`${name}: ${quoted(value)}`];
    return value.length === 0 ? [`${name}: []`] : [`${name}:`, ...value.map((each) => `  - ${quoted(each)}`)];
  });
  return ['---', ...lines, '---'].join('\n');
}

/** In double quotes YAML reads what JSON writes (1.2, section 7.3.1), apart from three signs of line breaks. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0085\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function highlightPart(highlights: readonly Highlight[], words: ExportWords): string {
  const parts = highlights.map(({ target, note, color, tags }) => {
    const quote = target.quote.exact
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => `> ${plainLine(line)}`)
      .join('\n>\n');
    const said = note
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map(plainLine);
    const facts = [color, ...tags.map(plainLine)].join(' · ');
    return [quote, ...said, `*${facts}*`].join('\n\n');
  });
  return [`## ${plainLine(words.highlights)}`, ...parts].join('\n\n');
}

function relatedPart(
  { heading, entries }: RelatedList,
  linkTo: (address: string) => string | undefined,
  words: ExportWords,
): readonly string[] {
  if (entries.length === 0) return [];
  const lines = entries.map(({ title, url, published, added, updated }) => {
    const href = url === null ? undefined : (linkTo(url) ?? bookAddress(url));
    const name = plainLine(title === '' ? (url ?? '…') : title);
    const date = (published ?? added ?? updated)?.slice(0, 10);
    return `- ${href === undefined ? name : `[${name}](${/[()]/.test(href) ? `<${href}>` : href})`}${date === undefined ? '' : ` ${date}`}`;
  });
  return [`## ${plainLine(heading === null || heading.trim() === '' ? words.related : heading)}`, lines.join('\n')];
}
