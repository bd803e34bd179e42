// A number of posts in; a library whose lists name that many over thirty years out, made through the store itself.
import type { PostKind, RelatedEntry } from '#contract/article.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { inventLanguages } from './languages.ts';
import { chanceOf } from './seeded.ts';
import { seededArticle, seededPicture } from './seededArticles.ts';
import { dateOf, inventPosts, LAST_MS, type Posts } from './seededPosts.ts';

const LISTED = 40;
const SPAN_MS = 30 * 365.25 * 86_400_000;
const KINDS: readonly PostKind[] = ['article', 'article', 'article', 'video', 'audio', 'gallery'];

/** Makes the library in `folder`; every article lists forty posts that no other names. Answers how many posts it knows. */
export async function makeTimelineLibrary(folder: string, size: number): Promise<number> {
  const articles = Math.ceil(size / (LISTED + 1));
  const posts = inventPosts(inventLanguages(), articles);
  const picture = seededPicture();
  let now = LAST_MS - articles * 60_000;
  const library = await openLibrary(folder, { now: () => new Date((now += 60_000)) });
  try {
    for (let number = 0; number < articles; number += 1) {
      const { article, files } = seededArticle(posts, number, picture);
      // Pictures are no part of a timeline.
      const plain = { ...article, images: [], leadImage: null };
      const entries = Array.from({ length: LISTED }, (_, position) => listedPost(posts, number * LISTED + position));
      await library.add(
        { ...plain, relatedLists: [{ heading: 'Related posts', entries }] },
        { ...files, content: files.content.replaceAll(/<figure>.*?<\/figure>/g, '') },
      );
    }
  } finally {
    await library.close();
  }
  return articles * (LISTED + 1);
}

function listedPost(posts: Posts, number: number): RelatedEntry {
  const chance = chanceOf(30, number);
  const addedMs = LAST_MS - SPAN_MS * chance.share();
  const { title, site } = posts.post(number % posts.count);
  return {
    title,
    url: `https://${site.host}/listed/${number.toString(36)}`,
    kind: chance.pick(KINDS),
    added: chance.happens(0.08) ? null : dateOf(chance, addedMs),
    updated: chance.happens(0.3) ? dateOf(chance, Math.min(LAST_MS, addedMs + SPAN_MS * 0.1 * chance.share())) : null,
    published: chance.happens(0.5) ? dateOf(chance, addedMs) : null,
    excerpt: null,
    image: null,
    position: number % LISTED,
    raw: title,
  };
}
