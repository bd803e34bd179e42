// Where the person is in, kept by the library at every step; at the start of the window the same place again. The window's own memory would
// not do: it is written some time after, and lost when the app is.
import { create } from 'zustand';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { attempt } from './articleActions.ts';
import { keepCards } from './cards.ts';
import { call } from './client.ts';
import { useMirror } from './mirror.ts';
import { startAt, useView } from './navigation.ts';
import { useReadingSpeed } from './readingTime.ts';

/** The article that was opened last, in this window or the one before. */
export const useLastOpened = create<{ readonly article: ArticleId | null }>()(() => ({ article: null }));

// Every letter of a search is a step of its own.
const PAUSE_MS = 250;
const LONGEST_ADDRESS = 8_000;

/** Opens where the window was left, unless it was started for something else, and keeps from then on where the person is. */
export async function startContinuing(): Promise<void> {
  const isFresh = window.location.hash === '';
  const before = useView.getState();
  follow();
  const { address, article, speed, resumes } = await call('reading.memory');
  useReadingSpeed.setState({ speed });
  const last = article === null ? null : await call('library.card', { id: article });
  if (last !== null) {
    keepCards([last], []);
    if (useLastOpened.getState().article === null) useLastOpened.setState({ article: last.card.id });
  }
  // Whoever has gone somewhere meanwhile is where they want to be.
  if (!isFresh || !resumes || address === '' || useView.getState() !== before) return;
  startAt(await withoutLost(address));
}

/** The address without its article when that is not in the library any more. */
async function withoutLost(address: string): Promise<string> {
  const id = /\/article\/([a-z2-7]+)/.exec(address)?.[1] ?? '';
  const isThere = !isArticleId(id) || (await call('library.card', { id })) !== null;
  return isThere ? address : address.replace(/\/article\/[a-z2-7]+/, '');
}

function follow(): void {
  let pause: number | undefined;
  useView.subscribe(({ article, place }, before) => {
    if (article !== null) useLastOpened.setState({ article });
    window.clearTimeout(pause);
    if (article !== before.article || place !== before.place) keep();
    else pause = window.setTimeout(keep, PAUSE_MS);
  });
}

function keep(): void {
  const address = window.location.hash.slice(1);
  if (useMirror.getState().isReadOnly || address.length > LONGEST_ADDRESS) return;
  attempt(call('reading.remember', { address, article: useLastOpened.getState().article }));
}
