// What can be done with trips from anywhere in the window. Failures are said, never swallowed; what is removed can be taken back.
import type { ArticleId } from '#contract/article.ts';
import { askedAddress } from '#contract/askedAddress.ts';
import type { BoardRow, TripBoard, TripId, TripLine, TripPlan } from '#contract/trip.ts';
import { attempt, openAndSave } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { goTo, openArticle, useView } from '../app/navigation.ts';
import { say } from '../app/toasts.ts';
import { noteDone, sayDone } from '../app/undo.ts';
import { words } from '../ui/words.ts';
import { nextUnread, showPlan, useOpenTrip } from './openTrip.ts';

const EMPTY_PLAN: Omit<TripPlan, 'name'> = {
  departure: null,
  minutes: 180,
  sizeBytes: null,
  fetchBytes: null,
  sources: [{ from: 'queue' }],
  reminds: false,
};

/** Makes a trip that draws from the queue and opens it, to be named. */
export function planTrip(): void {
  attempt(
    (async () => {
      const { id, name } = await call('trip.make', { plan: { ...EMPTY_PLAN, name: words.trips.newName } });
      noteDone({
        label: words.trips.planned({ name }),
        undo: async () => {
          await call('trip.remove', { id });
          if (useView.getState().trip === id) goTo('trips');
        },
      });
      showTrip(id);
    })(),
  );
}

/** Opens a trip. */
export function showTrip(id: TripId): void {
  goTo('trips', { trip: id });
}

/** Removes a trip, shows the others, and offers the way back. The articles stay in the library. */
export function removeTrip({ id, name }: Pick<TripLine, 'id' | 'name'>): void {
  attempt(
    (async () => {
      await call('trip.remove', { id });
      if (useView.getState().trip === id) goTo('trips');
      sayDone({ label: words.trips.removed({ name }), undo: () => call('trip.restore', { id }) });
    })(),
  );
}

/** Changes the plan, without a word: it stands in the fields, and at once, so that what is changed next builds on it. */
export function changePlan(id: TripId, plan: Partial<TripPlan>): void {
  const before = useOpenTrip.getState().board?.trip;
  showPlan(id, plan);
  attempt(
    call('trip.change', { id, plan }).catch((failure: unknown) => {
      if (before !== undefined) showPlan(id, before);
      throw failure;
    }),
  );
}

/** Proposes what is not locked anew, and says how much is on board. */
export function fillTrip(id: TripId): void {
  attempt(
    call('trip.fill', { id }).then(({ items }) => say({ text: words.tripBoard.filled({ count: items.length }) })),
  );
}

/** Locks or unlocks an item. */
export function toggleLock(id: TripId, { key, isLocked }: BoardRow): void {
  attempt(call('trip.lock', { id, key, isLocked: !isLocked }));
}

/** Puts another in its place. */
export function swapItem(id: TripId, { key, title }: BoardRow): void {
  attempt(call('trip.swap', { id, key }).then(() => say({ text: words.tripBoard.swapped({ title }) })));
}

/** Takes an item off; the way back puts it in again, where it was. */
export function dropItem({ trip, rows }: TripBoard, { key, articleId, title }: BoardRow): void {
  const at = rows.findIndex((row) => row.key === key);
  attempt(
    (async () => {
      await call('trip.drop', { id: trip.id, key });
      if (articleId === null) {
        say({ text: words.tripBoard.dropped({ title }) });
        return;
      }
      sayDone({
        label: words.tripBoard.dropped({ title }),
        undo: async () => {
          const { items } = await call('trip.add', { id: trip.id, articleIds: [articleId] });
          const back = items.find((item) => item.articleId === articleId);
          if (back !== undefined) await call('trip.move', { id: trip.id, key: back.key, to: at });
        },
      });
    })(),
  );
}

/** Moves an item by one place. */
export function moveItem({ trip, rows }: TripBoard, { key }: BoardRow, by: 1 | -1): void {
  const to = rows.findIndex((row) => row.key === key) + by;
  if (to >= 0 && to < rows.length) attempt(call('trip.move', { id: trip.id, key, to }));
}

/** Opens an article of a trip; of a post that is not here yet, says so. */
export function openItem({ articleId, title }: BoardRow): void {
  if (articleId === null) say({ text: words.tripBoard.notSaved({ title }) });
  else openArticle(articleId);
}

/** Opens the next article that is not read, or says that there is none. */
export function openNext(): void {
  const { board } = useOpenTrip.getState();
  if (board === undefined) return;
  const next = nextUnread(board, useView.getState().article);
  if (next === undefined) say({ text: words.tripBoard.noNext });
  else openItem(next);
}

/** Takes articles on a trip and says so. */
export async function takeOn(
  { id, name }: Pick<TripLine, 'id' | 'name'>,
  articleIds: readonly ArticleId[],
): Promise<void> {
  const before = await call('trip.board', { id });
  const { items } = await call('trip.add', { id, articleIds });
  const known = new Set(before.rows.map(({ key }) => key));
  const added = items.filter(({ key }) => !known.has(key));
  const show = { label: words.trips.show, run: () => showTrip(id) };
  if (added.length === 0) {
    say({ text: words.trips.takenAlready({ name }), action: show });
    return;
  }
  const text = words.trips.taken({ count: added.length, name });
  noteDone({
    label: text,
    undo: async () => {
      for (const { key } of added) await call('trip.drop', { id, key });
    },
  });
  say({ text, action: show });
}

/** Makes a trip of articles alone. */
export async function takeOnNew(articleIds: readonly ArticleId[]): Promise<void> {
  const plan = { ...EMPTY_PLAN, name: words.trips.newName };
  await takeOn(await call('trip.make', { plan }), articleIds);
}

/** Lets the person sign in to the site of a row and save its page as they see it then. */
export function signInFor(row: BoardRow): void {
  attempt(
    (async () => {
      const address = await addressOf(row);
      if (address !== null) openAndSave(address);
    })(),
  );
}

async function addressOf({ articleId, url }: BoardRow): Promise<string | null> {
  if (articleId === null) return url;
  return askedAddress((await call('article.open', { id: articleId })).article) ?? null;
}
