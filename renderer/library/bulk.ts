// One wish for many articles: carried out, told while it lasts, and said at the end with the way back.
import { create } from 'zustand';
import { MOST_OF_BULK, type BulkOutcome, type BulkProgress, type OwnChange } from '#contract/bulk.ts';
import { call, listen } from '../app/client.ts';
import { openBulkFailures } from '../app/overlays.ts';
import { say } from '../app/toasts.ts';
import { sayDone } from '../app/undo.ts';
import { words } from '../ui/words.ts';

/** What is under way; `undefined` when nothing is. */
export const useBulk = create<{ readonly progress: BulkProgress | undefined }>()(() => ({ progress: undefined }));

/** Follows how far wishes are; call once. */
export function watchBulk(): void {
  listen((happening) => {
    if (happening.name !== 'bulk.progress') return;
    const { payload } = happening;
    useBulk.setState({ progress: payload.isOver ? undefined : payload });
  });
}

/** Changes articles; `said` names what was done with so many. Throws as the call. */
export async function changeRows(
  rows: readonly number[],
  change: OwnChange,
  said: (values: { readonly count: number }) => string,
): Promise<void> {
  await inParts(rows, (part) => call('articles.change', { target: { rows: part }, change }), said);
}

/** Moves articles to the trash. Throws as the call. */
export async function removeRows(rows: readonly number[]): Promise<void> {
  await inParts(rows, (part) => call('articles.remove', { target: { rows: part } }), words.shelves.removedMany);
}

/** Ends what is under way after the articles that are being changed. */
export async function cancelBulk(): Promise<void> {
  const { progress } = useBulk.getState();
  if (progress !== undefined) await call('bulk.cancel', { job: progress.job });
}

/** Says what came of a wish, with the way back. */
export function sayOutcome(
  { changed, failed, failures, isCancelled, undo }: BulkOutcome,
  said: (values: { readonly count: number }) => string,
): void {
  const label = `${said({ count: changed })}${isCancelled ? ` ${words.shelves.cancelled}` : ''}`;
  if (undo === null) say({ text: label });
  else sayDone({ label, undo: () => call('bulk.undo', { undo }) });
  if (failed > 0) {
    const action = { label: words.shelves.showFailures, run: () => openBulkFailures(failures) };
    say({ text: words.shelves.failed({ count: failed }), tone: 'failure', action });
  }
}

/** More articles than one wish may name are several wishes; one that is cancelled is the last. */
async function inParts(
  rows: readonly number[],
  ask: (part: readonly number[]) => Promise<BulkOutcome>,
  said: (values: { readonly count: number }) => string,
): Promise<void> {
  for (let begin = 0; begin < rows.length; begin += MOST_OF_BULK) {
    const outcome = await ask(rows.slice(begin, begin + MOST_OF_BULK));
    sayOutcome(outcome, said);
    if (outcome.isCancelled) return;
  }
}
