// Posts to be saved, by number; those that are saved already, on their way, or have no address are left out, and that is said.
import { attempt } from '../app/articleActions.ts';
import { saveMany } from '../app/bulkSaves.ts';
import { say } from '../app/toasts.ts';
import { words } from '../ui/words.ts';
import { fetchPosts } from './postCache.ts';
import { unselectAll } from './selection.ts';

/** Asks for all of them to be saved. */
export function savePosts(numbers: readonly number[]): void {
  attempt(
    (async () => {
      const posts = await fetchPosts(numbers);
      const urls = posts.flatMap(({ url, articleId, state }) =>
        url === null || articleId !== null || state === 'queued' ? [] : [url],
      );
      if (urls.length === 0) say({ text: words.timeline.nothingToSave });
      else await saveMany(urls);
      unselectAll();
    })(),
  );
}
