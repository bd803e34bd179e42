// An article's folder to a record of a JSON export and back, without loss: what the files hold as text stays text, what is packed stays packed.
import type { Article } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { CopyRecord } from '../../exchange/export/libraryJson.ts';
import { contentOf, originalName, packContent } from '../../store/articleFiles.ts';
import { parseArticle } from '../../store/articleSchema.ts';
import type { WholeArticle } from '../../store/wholeArticles.ts';

/** The record of one copy of an article. */
export function toCopyRecord({ article, files }: WholeArticle): CopyRecord {
  const byName = new Map(files);
  const textOf = (name: string): string | null => {
    const bytes = byName.get(name);
    return bytes === undefined ? null : new TextDecoder().decode(bytes);
  };
  const originals: string[] = [];
  for (let page = 1; ; page += 1) {
    const bytes = byName.get(originalName(page));
    if (bytes === undefined) break;
    originals.push(Buffer.from(bytes).toString('base64'));
  }
  const comments = textOf('comments.html');
  return {
    article,
    content: contentOf(textOf('content.html') ?? ''),
    text: textOf('content.txt') ?? '',
    comments: comments === null ? null : contentOf(comments),
    originals,
  };
}

/** The folder that a record was made of. Throws `unreadable` when its facts are none of an article. */
export function fromCopyRecord({ article: facts, content, text, comments, originals }: CopyRecord): WholeArticle {
  const article = readFacts(facts);
  const files: (readonly [string, Uint8Array])[] = [
    ['content.html', packContent(content, article)],
    ['content.txt', new TextEncoder().encode(text)],
    ...(comments === null ? [] : [['comments.html', packContent(comments, article)] as const]),
    ...originals.map((packed, index) => [originalName(index + 1), Buffer.from(packed, 'base64')] as const),
  ];
  return { article, files };
}

/** The same of the files of a folder, `article.json` among them. Throws `unreadable`. */
export function fromFolder(files: WholeArticle['files']): WholeArticle {
  const facts = files.find(([name]) => name === 'article.json');
  if (facts === undefined) throw notSound();
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(facts[1]));
  } catch (cause) {
    throw notSound(cause);
  }
  return { article: readFacts(json), files: files.filter(([name]) => name !== 'article.json') };
}

/** The pictures of an article and its copies, each once. */
export function picturesOf(articles: readonly Article[]): readonly string[] {
  const files = articles.flatMap(({ images, siteIcon }) => [
    ...images.map(({ file }) => file),
    ...(siteIcon === null ? [] : [siteIcon]),
  ]);
  return [...new Set(files)];
}

function readFacts(json: unknown): Article {
  try {
    // Which machines here may be asked is not for another library to say.
    const { privateHost: _host, ...article } = parseArticle(json);
    return article;
  } catch (failure) {
    if (failure instanceof AppError) throw failure;
    throw notSound(failure);
  }
}

function notSound(cause?: unknown): AppError {
  return new AppError('unreadable', 'What is told of this article is damaged, so it was left out.', { cause });
}
