// The best posts for a time: what is of the same matter and new comes first, and the time is never exceeded.
import { expect, test } from 'playwright/test';
import type { PostKind, RelatedEntry } from '#contract/article.ts';
import { bestFit } from '../../../electron/timeline/bestFit.ts';

function entry(title: string, updated: string | null = null, kind: PostKind = 'article'): RelatedEntry {
  const url = `https://pier.example/${title.replaceAll(' ', '-')}`;
  return {
    title,
    url,
    kind,
    added: null,
    updated,
    published: null,
    excerpt: null,
    image: null,
    position: 0,
    raw: title,
  };
}

const TEN = { minutes: 30, minutesOf: () => 10 } as const;

test('titles that share words of the article come before newer ones that do not', () => {
  const entries = [
    entry('Boats of tomorrow', '2026-05-01'),
    entry('The lamp of the lighthouse', '2026-01-01'),
    entry('Cooking for sailors', '2026-06-01'),
    entry('Lamp oil through the ages', '2026-02-01'),
  ];
  const posts = bestFit(entries, { ...TEN, minutes: 20, about: 'How a lighthouse lamp burns oil' });
  expect(posts.map(({ title }) => title)).toEqual(['Lamp oil through the ages', 'The lamp of the lighthouse']);
});

test('of equally fitting ones the newest come first, the undated last', () => {
  const entries = [entry('One'), entry('Two', '2024-01-01'), entry('Three', '2026-01-01'), entry('Four', '2025')];
  expect(bestFit(entries, { ...TEN, about: '' }).map(({ title }) => title)).toEqual(['Three', 'Four', 'Two']);
});

test('what is too long is passed over for something shorter, and the sum is never above the time', () => {
  const lengths: Readonly<Record<string, number>> = { long: 25, middle: 12, short: 4, tiny: 1 };
  const entries = ['long', 'middle', 'short', 'tiny'].map((title, index) => entry(title, `2026-01-0${9 - index}`));
  const minutesOf = (url: string): number => lengths[url.split('/').at(-1) ?? ''] ?? 0;
  for (let minutes = 1; minutes <= 45; minutes += 1) {
    const posts = bestFit(entries, { minutes, about: '', minutesOf });
    expect(posts.reduce((sum, post) => sum + post.minutes, 0)).toBeLessThanOrEqual(minutes);
  }
  expect(bestFit(entries, { minutes: 17, about: '', minutesOf }).map(({ title }) => title)).toEqual([
    'middle',
    'short',
    'tiny',
  ]);
});

test('films are left out, and so are posts without an address and the same address once more', () => {
  const entries = [
    entry('A film', '2026-01-01', 'video'),
    entry('A talk', '2026-01-01', 'audio'),
    { ...entry('Nowhere'), url: null },
    entry('Once'),
    entry('Once', '2026-01-01'),
  ];
  expect(bestFit(entries, { ...TEN, about: '' }).map(({ title }) => title)).toEqual(['Once']);
});
