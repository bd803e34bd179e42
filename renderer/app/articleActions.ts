// What can be done to an article or an address from anywhere in the window. Failures are said, never swallowed.
import type { ArticleCard, ArticleId, FoundIn } from '#contract/article.ts';
import { toErrorReport } from '#contract/errors.ts';
import type { SaveState } from '#contract/save.ts';
import { words } from '../ui/words.ts';
import { knownCard } from './cards.ts';
import { call } from './client.ts';
import { changeSettings, useMirror } from './mirror.ts';
import { closeArticle, openArticle, useView } from './navigation.ts';
import { openSaves } from './overlays.ts';
import { say } from './toasts.ts';
import { withOwnNetwork } from '../saving/ownNetwork.ts';
import { failureText } from '../ui/failureText.ts';
import { noteDone, sayDone } from './undo.ts';

/** Lets work go on by itself and says so when it fails. */
export function attempt(work: Promise<unknown>): void {
  work.catch((failure: unknown) => say({ text: failureText(toErrorReport(failure)), tone: 'failure' }));
}

/** The card of the article that is open in the reader. */
export function openCard(): ArticleCard | undefined {
  const { article } = useView.getState();
  return article === null ? undefined : knownCard(article);
}

/** Marks as read, or as unread again. */
export function toggleRead(card: ArticleCard): void {
  const isRead = card.reading.read === null;
  const mark = (value: boolean): Promise<unknown> => call('article.mark', { id: card.id, isRead: value });
  attempt(
    mark(isRead).then(() =>
      noteDone({
        label: (isRead ? words.undo.markedRead : words.undo.markedUnread)({ title: card.title }),
        undo: () => mark(!isRead),
      }),
    ),
  );
}

/** Archives, or takes out of the archive again, and offers the way back. */
export function toggleArchived(card: ArticleCard): void {
  const isArchived = !card.reading.archived;
  const mark = (value: boolean): Promise<unknown> => call('article.mark', { id: card.id, isArchived: value });
  attempt(
    mark(isArchived).then(() =>
      sayDone({
        label: isArchived
          ? words.actions.archived({ title: card.title })
          : words.actions.unarchived({ title: card.title }),
        undo: () => mark(!isArchived),
      }),
    ),
  );
}

/** Gives a star, or takes it away, and offers the way back. */
export function toggleStarred(card: ArticleCard): void {
  const isStarred = !card.starred;
  const mark = (value: boolean): Promise<unknown> => call('article.mark', { id: card.id, isStarred: value });
  attempt(
    mark(isStarred).then(() =>
      noteDone({
        label: isStarred
          ? words.actions.starred({ title: card.title })
          : words.actions.unstarred({ title: card.title }),
        undo: () => mark(!isStarred),
      }),
    ),
  );
}

/** Removes, closes the reader if it shows the article, and offers the way back. */
export function removeArticle(card: ArticleCard): void {
  attempt(
    (async () => {
      await call('article.remove', { id: card.id });
      if (useView.getState().article === card.id) closeArticle();
      sayDone({
        label: words.actions.removed({ title: card.title }),
        undo: () => call('article.restore', { id: card.id }),
      });
    })(),
  );
}

/** Asks for an address to be saved; the tray shows how it goes. */
export function saveAddress(address: string): void {
  attempt(call('save.add', { source: { from: 'address', address } }));
}

/** Puts a link that was met in an article into the outbox, with where it was met, and says so. */
export function saveFound(address: string, foundIn: FoundIn): void {
  const isThere = useMirror
    .getState()
    .saves.some(({ label, progress: { state } }) => label === address && state !== 'ready' && state !== 'failed');
  const adding = isThere ? Promise.resolve() : call('save.add', { source: { from: 'address', address }, foundIn });
  attempt(
    Promise.resolve(adding).then(() =>
      say({ text: words.reader.inOutbox, action: { label: words.reader.showOutbox, run: openSaves } }),
    ),
  );
}

/** Lets the person open a page, sign in where it asks for it, and save what they see; the save that failed before is then forgotten. */
export function openAndSave(url: string, failed: number | null = null): void {
  attempt(
    (async () => {
      const save = await withOwnNetwork(() => call('page.open', { url }));
      if (save !== null && failed !== null) await call('save.dismiss', { id: failed });
    })(),
  );
}

/** Pauses saving, or goes on with it. */
export function togglePaused(): void {
  attempt(changeSettings({ savesPaused: !useMirror.getState().settings.savesPaused }));
}

/** Saves the sample post; `then` hears of it once it is there. The way back takes it out for good, unless it was there before. */
export function saveSample(then: (id: ArticleId) => void = openArticle): void {
  attempt(
    call('save.sample').then(({ id }) =>
      whenReady(id, ({ articleId, outcome }) => {
        then(articleId);
        if (outcome === 'added')
          sayDone({ label: words.firstSteps.sampleAdded, undo: () => takeOutForGood(articleId) });
      }),
    ),
  );
}

async function takeOutForGood(id: ArticleId): Promise<void> {
  if (useView.getState().article === id) closeArticle();
  await call('article.remove', { id });
  await call('trash.empty', { ids: [id] });
}

/** Opens an address in the system's browser. */
export function openInBrowser(url: string): void {
  attempt(call('link.open', { url }));
}

function whenReady(id: number, then: (ready: Extract<SaveState, { readonly state: 'ready' }>) => void): void {
  const tryNow = (): boolean => {
    const progress = useMirror.getState().saves.find((save) => save.id === id)?.progress;
    if (progress?.state === 'ready') then(progress);
    return progress?.state === 'ready' || progress?.state === 'failed';
  };
  if (tryNow()) return;
  const stop = useMirror.subscribe(() => {
    if (tryNow()) stop();
  });
}
