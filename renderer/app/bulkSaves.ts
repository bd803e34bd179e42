// Many addresses saved at one wish: how far all of them together are, and at the end what became of each kind.
import { create } from 'zustand';
import type { FoundIn } from '#contract/article.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Save } from '#contract/save.ts';
import { words } from '../ui/words.ts';
import { call } from './client.ts';
import { useMirror } from './mirror.ts';
import { openSaves } from './overlays.ts';
import { say } from './toasts.ts';

/** How far saves of one wish are. */
export interface BulkProgress {
  readonly total: number;
  readonly saved: number;
  /** How many failed, by why. */
  readonly failed: ReadonlyMap<ErrorCode, number>;
}

/** Ids of the saves of each wish that has not ended, with what it is for. */
const useBulkSaves = create<{
  readonly bulks: readonly { readonly name: string; readonly ids: readonly number[] }[];
}>()(() => ({
  bulks: [],
}));

const AT_ONCE = 500;

/**
 * Puts addresses into the queue and, of more than one, tells at the end what became of them. `name` is what `useBulkProgress` knows the
 * wish by.
 */
export async function saveMany(
  addresses: readonly string[],
  options: { readonly name?: string; readonly foundIn?: FoundIn } = {},
): Promise<void> {
  const { name = '', foundIn } = options;
  const ids: number[] = [];
  for (let begin = 0; begin < addresses.length; begin += AT_ONCE) {
    const part = addresses.slice(begin, begin + AT_ONCE);
    const added = await call('save.addMany', { addresses: part, ...(foundIn === undefined ? {} : { foundIn }) });
    ids.push(...added.map(({ id }) => id));
  }
  if (ids.length < 2) return;
  useBulkSaves.setState(({ bulks }) => ({ bulks: [...bulks, { name, ids }] }));
  tellEnds(useMirror.getState().saves);
}

/** How far the saves of a wish are; `undefined` when none of that name is under way. */
export function useBulkProgress(name: string): BulkProgress | undefined {
  const ids = useBulkSaves(({ bulks }) => bulks.find((each) => each.name === name)?.ids);
  const saves = useMirror((mirror) => mirror.saves);
  return ids === undefined ? undefined : progressOf(ids, saves);
}

/** Tells the end of each wish; call once. */
export function watchBulkSaves(): void {
  useMirror.subscribe(({ saves }, before) => {
    if (saves !== before.saves) tellEnds(saves);
  });
}

function tellEnds(saves: readonly Save[]): void {
  const { bulks } = useBulkSaves.getState();
  for (const bulk of bulks) {
    const progress = progressOf(bulk.ids, saves);
    const failed = [...progress.failed.values()].reduce((sum, count) => sum + count, 0);
    if (progress.saved + failed < progress.total) continue;
    useBulkSaves.setState({ bulks: useBulkSaves.getState().bulks.filter((each) => each !== bulk) });
    const text = words.saving.bulkSummary(progress.saved, progress.failed);
    say(failed === 0 ? { text } : { text, action: { label: words.saving.showFailed, run: openSaves } });
  }
}

function progressOf(ids: readonly number[], saves: readonly Save[]): BulkProgress {
  const known = new Map(saves.map((save) => [save.id, save.progress]));
  const failed = new Map<ErrorCode, number>();
  let saved = 0;
  for (const id of ids) {
    const progress = known.get(id);
    // One that is done is forgotten after a while.
    if (progress === undefined || progress.state === 'ready') saved += 1;
    else if (progress.state === 'failed') failed.set(progress.error.code, (failed.get(progress.error.code) ?? 0) + 1);
  }
  return { total: ids.length, saved, failed };
}
