// Many addresses saved at one wish: how far all of them together are, and at the end what became of each kind.
import { create } from 'zustand';
import type { ErrorCode } from '#contract/errors.ts';
import type { Crawl, Save } from '#contract/save.ts';
import { words } from '../ui/words.ts';
import { bulkLine } from './bulkWords.ts';
import { call, listen } from './client.ts';
import { openSaves } from './overlays.ts';
import { say } from './toasts.ts';

/** How far saves of one wish are. */
export interface BulkProgress {
  readonly total: number;
  readonly saved: number;
  /** How many failed, by why. */
  readonly failed: ReadonlyMap<ErrorCode, number>;
}

/** A wish: its saves by id, each with how it ended; `undefined` while it has not. */
interface Bulk {
  readonly name: string;
  readonly ends: ReadonlyMap<number, SaveEnd | undefined>;
}

type SaveEnd = 'ready' | ErrorCode;

interface BulkSaves {
  /** Wishes that have not ended. */
  readonly bulks: readonly Bulk[];
  /** Whether it is not known yet which saves a wish has. */
  readonly isAsking: boolean;
  /** Saves of which the line about their wish tells, also after it was said. */
  readonly together: ReadonlySet<number>;
}

const useBulkSaves = create<BulkSaves>()(() => ({ bulks: [], isAsking: false, together: new Set() }));

// Saves may end before the answer tells their ids.
const heardMeanwhile = new Map<number, SaveEnd | undefined>();
let asking = 0;

const AT_ONCE = 500;

/**
 * Puts addresses into the queue and, of more than one, tells at the end what became of them. `name` is what `useBulkProgress` knows the
 * wish by. With `crawl` the posts that their lists name follow, and of more than 500 addresses the first 500 are taken.
 */
export async function saveMany(
  addresses: readonly string[],
  options: { readonly name?: string; readonly crawl?: Crawl } = {},
): Promise<void> {
  const { name = '', crawl } = options;
  const ids: number[] = [];
  // Shares of what may follow are given out for all addresses of a call together.
  const wanted = crawl === undefined ? addresses : addresses.slice(0, AT_ONCE);
  asking += 1;
  useBulkSaves.setState({ isAsking: true });
  try {
    for (let begin = 0; begin < wanted.length; begin += AT_ONCE) {
      const part = wanted.slice(begin, begin + AT_ONCE);
      const added = await call('save.addMany', { addresses: part, ...(crawl === undefined ? {} : { crawl }) });
      ids.push(...added.map(({ id }) => id));
    }
  } finally {
    asking -= 1;
    const ends = new Map(ids.map((id) => [id, heardMeanwhile.get(id)]));
    if (asking === 0) heardMeanwhile.clear();
    if (ids.length > 1) {
      useBulkSaves.setState(({ together }) => ({ together: new Set([...together, ...ids]) }));
      setBulks([...useBulkSaves.getState().bulks, { name, ends }]);
    }
    useBulkSaves.setState({ isAsking: asking > 0 });
  }
}

/** How far the saves of a wish are; `undefined` when none of that name is under way. */
export function useBulkProgress(name: string): BulkProgress | undefined {
  const bulk = useBulkSaves(({ bulks }) => bulks.find((each) => each.name === name));
  return bulk === undefined ? undefined : progressOf(bulk);
}

/** Which saves need not be told of one by one; `undefined` while it is not known. */
export function useTogether(): ReadonlySet<number> | undefined {
  return useBulkSaves(({ isAsking, together }) => (isAsking ? undefined : together));
}

/** Follows all saves, and tells the end of each wish; call once. */
export function watchBulkSaves(): void {
  listen((happening) => {
    if (happening.name === 'save.changed') note(happening.payload.save);
    // Somebody threw away what had not been saved yet.
    else if (happening.name === 'save.dismissed') noteEnd(happening.payload.id, (end) => end ?? 'cancelled');
  });
}

function note({ id, progress }: Save): void {
  const end = progress.state === 'ready' ? 'ready' : progress.state === 'failed' ? progress.error.code : undefined;
  if (asking > 0) heardMeanwhile.set(id, end);
  noteEnd(id, () => end);
}

function noteEnd(id: number, next: (end: SaveEnd | undefined) => SaveEnd | undefined): void {
  const { bulks } = useBulkSaves.getState();
  if (!bulks.some(({ ends }) => ends.has(id) && ends.get(id) !== next(ends.get(id)))) return;
  setBulks(
    bulks.map((bulk) =>
      bulk.ends.has(id) ? { ...bulk, ends: new Map(bulk.ends).set(id, next(bulk.ends.get(id))) } : bulk,
    ),
  );
}

/** Takes the wishes that have ended off the list, and says how. */
function setBulks(bulks: readonly Bulk[]): void {
  const ended = bulks.filter(({ ends }) => [...ends.values()].every((end) => end !== undefined));
  // What failed and is tried again later is told of by itself.
  const failedIds = ended.flatMap(({ ends }) => [...ends].flatMap(([id, end]) => (end === 'ready' ? [] : [id])));
  useBulkSaves.setState(({ together }) => ({
    bulks: bulks.filter((bulk) => !ended.includes(bulk)),
    ...(failedIds.length > 0 && { together: new Set([...together].filter((id) => !failedIds.includes(id))) }),
  }));
  for (const { saved, failed } of ended.map(progressOf)) {
    const text = bulkLine(saved, failed);
    say(failed.size === 0 ? { text } : { text, action: { label: words.saving.showFailed, run: openSaves } });
  }
}

function progressOf({ ends }: Bulk): BulkProgress {
  const failed = new Map<ErrorCode, number>();
  let saved = 0;
  for (const end of ends.values()) {
    if (end === 'ready') saved += 1;
    else if (end !== undefined) failed.set(end, (failed.get(end) ?? 0) + 1);
  }
  return { total: ends.size, saved, failed };
}
