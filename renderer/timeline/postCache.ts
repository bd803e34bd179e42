// Posts the timeline has to show, fetched some at a time as they come into view. What is shown stays while a newer answer is on its way.
import { useSyncExternalStore } from 'react';
import type { TimelinePost } from '#contract/post.ts';
import { call } from '../app/client.ts';

// Many screens of rows; what was looked at longest ago goes first.
const MOST_KEPT = 4_000;
const AT_ONCE = 200;

const posts = new Map<number, TimelinePost>();
const listeners = new Set<() => void>();
let outdated = new Set<number>();
let wanted = new Set<number>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes up posts that came with another answer. */
export function keepPosts(coming: readonly TimelinePost[]): void {
  for (const post of coming) {
    posts.delete(post.post);
    posts.set(post.post, post);
    outdated.delete(post.post);
  }
  for (const number of posts.keys()) {
    if (posts.size <= MOST_KEPT) break;
    posts.delete(number);
  }
  for (const listener of listeners) listener();
}

/** Has all posts asked for once more as they are shown. */
export function outdatePosts(): void {
  outdated = new Set(posts.keys());
}

/** A post by its number; `undefined` until it is here. */
export function usePost(number: number): TimelinePost | undefined {
  return useSyncExternalStore(subscribe, () => {
    const known = posts.get(number);
    if (known === undefined || outdated.has(number)) want(number);
    return known;
  });
}

/** Posts by number, whether shown or not; those that are not there any more are left out. */
export async function fetchPosts(numbers: readonly number[]): Promise<readonly TimelinePost[]> {
  const missing = numbers.filter((number) => !posts.has(number));
  const found = new Map(
    numbers.flatMap((number) => {
      const post = posts.get(number);
      return post === undefined ? [] : [[number, post]];
    }),
  );
  for (let begin = 0; begin < missing.length; begin += AT_ONCE) {
    for (const post of await call('timeline.posts', { posts: missing.slice(begin, begin + AT_ONCE) }))
      found.set(post.post, post);
  }
  return numbers.flatMap((number) => found.get(number) ?? []);
}

function want(number: number): void {
  if (wanted.size === 0) queueMicrotask(() => void fetchWanted());
  wanted.add(number);
}

async function fetchWanted(): Promise<void> {
  const numbers = [...wanted];
  wanted = new Set();
  for (const number of numbers) outdated.delete(number);
  try {
    for (let begin = 0; begin < numbers.length; begin += AT_ONCE) {
      keepPosts(await call('timeline.posts', { posts: numbers.slice(begin, begin + AT_ONCE) }));
    }
  } catch (failure) {
    // The rows stay as they are drawn while they wait; what is wrong with the library is said where it is worked with.
    if (!(failure instanceof Error)) throw failure;
  }
}
