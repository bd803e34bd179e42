// HTML that stands in an article's folder in; the document that the app's scheme answers for it out, with its headers, as the reader gets it.
import { join } from 'node:path';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { createPages } from '../../../../electron/serve/pages.ts';
import { anArticle } from '../../../helpers/articles.ts';
import { responseOf } from '../../../helpers/pageAnswer.ts';
import type { HostileDocument } from './hostilePages.ts';

const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567';

/** Makes what answers one stored article after another. Pictures are asked for with the document. */
export function articlePages(): (html: string) => Promise<HostileDocument> {
  const contents = new Map<ArticleId, string>();
  const pages = createPages({
    builtFolder: join(process.env['QUALITY_ROOT'] ?? '.', 'out'),
    article: (id) => Promise.resolve(anArticle({ id })),
    content: (id) => Promise.resolve(contents.get(id) ?? ''),
    comments: () => Promise.resolve(null),
    assetFile: () => Promise.resolve(undefined),
    tripPicture: () => Promise.resolve(undefined),
  });
  return async (html) => {
    const id = idOf(contents.size);
    contents.set(id, html);
    const response = responseOf(await pages({ url: `layover-app://app/article/${id}/whole/`, method: 'GET' }));
    if (!response.ok) throw new Error(`an article was answered with ${response.status}`);
    return { body: await response.text(), headers: Object.fromEntries(response.headers) };
  };
}

function idOf(number: number): ArticleId {
  const end = [15, 10, 5, 0].map((shift) => SIGNS.charAt((number >> shift) & 31)).join('');
  const id = `${'a'.repeat(12)}${end}`;
  if (!isArticleId(id)) throw new Error(`${id} is not an article ID`);
  return id;
}
