// What counts as the same post, and what a post knows after all that name it have been put together.
import { expect, test } from 'playwright/test';
import type { Article, RelatedEntry } from '#contract/article.ts';
import { createKeyNumbers } from '../../../electron/timeline/keyNumbers.ts';
import { anArticle, anArticleId } from '../../helpers/articles.ts';
import { toSlowPosts, type SlowPost } from '../../helpers/slowPosts.ts';
import { anyArticles, joinedPosts, listing, seededRandom } from '../../helpers/timelines.ts';

const utcDay = (instant: string): string => instant.slice(0, 10);

/** As `toSlowPosts` has them, cut to the day, as the timeline has them. */
function slowly(articles: readonly Article[]): readonly SlowPost[] {
  const cut = (date: string | null): string | null => date?.slice(0, 10) ?? null;
  return toSlowPosts(articles, utcDay).map((post) => ({
    ...post,
    added: cut(post.added),
    updated: cut(post.updated),
    published: cut(post.published),
  }));
}

function titles(articles: readonly Article[]): readonly string[] {
  return joinedPosts(articles).map(({ title }) => title);
}

/** Posts other than the lists themselves. */
function listed(articles: readonly Article[]): readonly SlowPost[] {
  return joinedPosts(articles).filter((post) => !post.title.startsWith('List '));
}

test('the same address named in any of its spellings is one post with the earliest added and the latest updated', () => {
  const spellings = [
    'https://a.example/night-train',
    'http://a.example/night-train',
    'https://www.a.example/night-train/',
    'https://A.example:443/night-train#comments',
  ];
  const dates = ['2012-09-07', '2012-09-05', '2012-10-01', null];
  const posts = listed(
    spellings.map((url, id) => listing(id, [{ url, added: dates[id] ?? null, updated: dates[id] ?? null }])),
  );
  expect(posts).toHaveLength(1);
  expect(posts[0]).toMatchObject({
    added: '2012-09-05',
    updated: '2012-10-01',
    articleId: null,
  });
  expect(posts[0]?.listedBy).toEqual([0, 1, 2, 3].map(anArticleId));
});

test('addresses that differ in path, query or port are different posts', () => {
  const urls = [
    'https://a.example/a',
    'https://a.example/A',
    'https://a.example/a?p=1',
    'https://a.example:8080/a',
    'https://a.example',
  ];
  expect(
    listed([
      listing(
        0,
        urls.map((url) => ({ url, title: 'Same title' })),
      ),
    ]),
  ).toHaveLength(urls.length);
});

test('without an address the title and the day it was added make the post', () => {
  const posts = listed([
    listing(0, [
      { title: 'Weekly links', added: '2012-09-07' },
      { title: 'Weekly links', added: '2012-09-14' },
    ]),
    listing(1, [
      { title: ' weekly  LINKS ', added: '2012-09-07' },
      { title: 'Weekly links', url: 'mailto:a@a.example', added: '2012-09-14' },
    ]),
  ]);
  expect(posts.map(({ added, listedBy }) => [added, listedBy.length])).toEqual([
    ['2012-09-07', 2],
    ['2012-09-14', 2],
  ]);
});

test('a saved article and the entries that name it are one post: its words, their dates', () => {
  const saved = anArticle({
    id: anArticleId(5),
    title: 'The night train',
    canonicalUrl: 'https://a.example/night-train',
    source: 'https://a.example/?p=7',
    published: '2012-09-04',
    updated: '2012-09-06',
    saved: '2026-10-02T23:30:00.000Z',
    reading: { progress: 1, block: 9, read: '2026-10-03T08:00:00.000Z', archived: false },
  });
  const entries = [
    {
      title: 'Night train - Video',
      url: 'http://www.a.example/night-train/',
      added: '2012-09-07',
      updated: '2012-09-09',
      kind: 'video' as const,
    },
    { title: 'Other', url: 'https://a.example/?p=7', added: '2012-09-08', published: '2010-01-01' },
  ];
  expect(listed([listing(0, entries), saved])).toEqual([
    {
      title: 'The night train',
      url: 'https://a.example/night-train',
      kind: 'video',
      added: '2012-09-07',
      updated: '2012-09-09',
      published: '2012-09-04',
      saved: '2026-10-02',
      articleId: anArticleId(5),
      listedBy: [anArticleId(0)],
    },
  ]);
});

test('the address one article was asked by never takes the canonical address of another', () => {
  const first = anArticle({
    id: anArticleId(1),
    title: 'First',
    canonicalUrl: 'https://a.example/1',
    source: 'https://a.example/2',
  });
  const second = anArticle({ id: anArticleId(2), title: 'Second', canonicalUrl: 'https://a.example/2', source: null });
  const posts = listed([first, second, listing(0, [{ url: 'https://a.example/2', added: '2012-01-01' }])]);
  expect(new Map(posts.map(({ title, added }) => [title, added]))).toEqual(
    new Map([
      ['First', null],
      ['Second', '2012-01-01'],
    ]),
  );
});

test('the same article saved twice is one post, and the newer copy stands for it', () => {
  const copies = [1, 2].map((id) =>
    anArticle({
      id: anArticleId(id),
      title: `Copy ${id}`,
      saved: `2026-10-0${id}T08:00:00.000Z`,
      relatedLists: listing(0, [{ title: 'Entry' }]).relatedLists,
    }),
  );
  expect(joinedPosts(copies).map(({ title, articleId, listedBy }) => [title, articleId, listedBy])).toEqual([
    ['Copy 2', anArticleId(2), []],
    ['Entry', null, [anArticleId(2), anArticleId(1)]],
  ]);
  const texts = [3, 4].map((id) => anArticle({ id: anArticleId(id), canonicalUrl: null, source: 'notes.txt' }));
  expect(joinedPosts(texts)).toHaveLength(1);
});

const saved = anArticle({ title: 'The “Night” Train', published: '2012-09-04', kind: 'article' });
const JOINS: readonly (readonly [string, readonly Partial<RelatedEntry>[], readonly Article[], boolean])[] = [
  ['nothing speaks against it', [{ added: '2012-09-07' }], [saved], true],
  ['the entry has no date', [{}], [saved], true],
  ['the article has no date', [{ added: '2012-09-07' }], [{ ...saved, published: null }], true],
  ['two lists agree', [{ added: '2012-09-07' }, { added: '2012-09-07' }], [saved], true],
  ['entries of that title have different days', [{ added: '2012-09-07' }, { added: '2012-09-14' }], [saved], false],
  ['the kinds differ', [{ added: '2012-09-07', kind: 'video' }], [saved], false],
  ['the days of publishing differ', [{ published: '2012-09-05' }], [saved], false],
  ['it was published after it was listed', [{ added: '2012-08-01' }], [saved], false],
  [
    'two saved articles have that title',
    [{ added: '2012-09-07' }],
    [saved, { ...saved, id: anArticleId(7), canonicalUrl: 'https://b.example/' }],
    false,
  ],
  ['the entry has an address of its own', [{ url: 'https://b.example/other' }], [saved], false],
];
for (const [reason, entries, articles, isJoined] of JOINS) {
  test(`an entry without an address ${isJoined ? 'joins' : 'stays apart from'} the saved article of its title when ${reason}`, () => {
    const titled = entries.map((entry) => ({ title: 'the "night"  train', ...entry }));
    const posts = listed([...articles, listing(3, titled)]);
    const article = posts.find((post) => post.articleId !== null);
    expect(article?.listedBy).toEqual(isJoined ? [anArticleId(3)] : []);
    expect(posts.length === articles.length).toBe(isJoined);
  });
}

test('the order is the list’s order after its article, and does not depend on how the articles come', () => {
  const articles = [
    listing(0, [{ title: 'c' }, { title: 'a' }, { title: 'b' }]),
    listing(1, [{ title: 'd' }, { title: 'a' }, { title: 'e' }]),
  ];
  expect(titles(articles)).toEqual(['List 0', 'c', 'a', 'b', 'List 1', 'd', 'e']);
  expect(titles([...articles].reverse())).toEqual(titles(articles));
});

test('the posts of any articles are those of the plain way of joining them, and every mention counts', () => {
  const random = seededRandom(9);
  const numbers = createKeyNumbers();
  const wrong: string[] = [];
  for (let round = 0; round < 1_500; round += 1) {
    const articles = anyArticles(random);
    const posts = joinedPosts(articles, numbers);
    if (JSON.stringify(posts) !== JSON.stringify(slowly(articles))) wrong.push(`round ${round}`);
    for (const { id, relatedLists } of articles) {
      const isNaming = posts.some((post) => post.listedBy.includes(id));
      if (isNaming === (relatedLists[0]?.entries.length === 0)) wrong.push(`round ${round}: ${id}`);
    }
  }
  expect(wrong).toEqual([]);
});
