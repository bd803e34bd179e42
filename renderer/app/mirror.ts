// What the window knows of the library: a copy kept fresh by events. The truth is on disk; nothing here is written but settings.
import { create } from 'zustand';
import { toErrorReport, unreachable } from '#contract/errors.ts';
import type { ArticleCard } from '#contract/article.ts';
import type { LibraryProgress, RowCard } from '#contract/calls.ts';
import type { LittleRoom, ReadOnlyReason } from '#contract/libraryInfo.ts';
import { createColumnTable, isThere, noColumns, type ArticleColumns, type ColumnTable } from '#contract/columns.ts';
import { unpackColumns } from '#contract/packedColumns.ts';
import { reorder } from '#contract/rowOrder.ts';
import { bySaveOrder, type Save } from '#contract/save.ts';
import { createSaveTally, type SaveOverview } from '#contract/saveTally.ts';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { queueOf } from '../queue/queueOrder.ts';
import { cardInRow, keepCards, prepareCards } from './cards.ts';
import { call, listen, type Happening } from './client.ts';
import { say } from './toasts.ts';
import { failureText } from '../ui/failureText.ts';

/** The copy. */
export interface Mirror {
  readonly state: 'loading' | 'ready' | 'failed';
  /** Why the library could not be read, in words. */
  readonly failure: string;
  /** What lists sort and filter by; another object after every change. */
  readonly columns: ArticleColumns;
  /** Rows of all articles, newest saved first. */
  readonly bySaved: Uint32Array;
  /** In the order in which they are worked on. */
  readonly saves: readonly Save[];
  /** How far they are together; `undefined` while none is under way. */
  readonly overview: SaveOverview | undefined;
  readonly settings: Settings;
  /** Whether nothing can be changed. */
  readonly isReadOnly: boolean;
  /** Why, if so. */
  readonly readOnlyBecause: ReadOnlyReason;
  /** See `LibraryInfo`. */
  readonly heldElsewhere: string | null;
  /** The room on the library's disk while it is little. */
  readonly littleRoom: LittleRoom | null;
  /** What is being made anew. */
  readonly progress: LibraryProgress;
  /** Counts changes of what is in the library, so that what was derived from it can be asked for again; reading on is no such change. */
  readonly revision: number;
}

/** The copy, for components. */
export const useMirror = create<Mirror>()(() => ({
  state: 'loading',
  failure: '',
  columns: noColumns(),
  bySaved: new Uint32Array(),
  saves: [],
  overview: undefined,
  settings: DEFAULT_SETTINGS,
  isReadOnly: false,
  readOnlyBecause: 'other',
  heldElsewhere: null,
  littleRoom: null,
  progress: { articles: null, texts: null, lists: null },
  revision: 0,
}));

const TOGETHER_MS = 60;
// Lists of so many rows take some ten milliseconds to be put in order again, which should not be most of the time.
const MANY_ROWS = 20_000;
const TOGETHER_WHEN_LARGE_MS = 300;
// As many as a large screen shows.
const FIRST_ROWS = 16;
const tally = createSaveTally();
let table: ColumnTable = createColumnTable();

/** Applies one event to a copy. Pure but for the tally; what only asks for something changes nothing. */
function applyHappening(mirror: Mirror, happening: Happening): Mirror {
  switch (happening.name) {
    case 'library.changed': {
      const { upserted, removed } = happening.payload;
      const isNews = removed.length > 0 || upserted.some((each) => !isOnlyReadOn(each, mirror.columns));
      for (const row of removed) table.remove(row);
      for (const { row, card } of upserted) table.set(row, card);
      keepCards(upserted, removed);
      const columns = { ...table.columns };
      const bySaved = reorder(columns, mirror.bySaved, new Set([...removed, ...upserted.map(({ row }) => row)]));
      return { ...mirror, columns, bySaved, revision: mirror.revision + (isNews ? 1 : 0) };
    }
    case 'library.progress':
      // What was searched for meanwhile is asked again once all of it can be found.
      return {
        ...mirror,
        progress: happening.payload,
        revision: mirror.revision + (isFinished(mirror.progress, happening.payload) ? 1 : 0),
      };
    case 'library.room':
      return { ...mirror, littleRoom: happening.payload.little };
    // See `applySaves`.
    case 'save.changed':
    case 'save.dismissed':
    case 'conflicts.found':
    case 'feeds.changed':
      return { ...mirror, revision: mirror.revision + 1 };
    case 'highlights.changed':
    case 'bulk.progress':
    case 'import.progress':
    case 'export.progress':
    case 'update.changed':
    case 'cap.passed':
    case 'trips.changed':
    case 'command.chosen':
    case 'trip.chosen':
    case 'save.proposed':
    case 'media.pressed':
      return mirror;
    default:
      return unreachable(happening);
  }
}

/** Applies all that was told of saves at once: an import tells of thousands, and they are put in order once. */
function applySaves(mirror: Mirror, happenings: readonly Happening[]): Mirror {
  const changed = new Map<number, Save | undefined>();
  for (const happening of happenings) {
    if (happening.name === 'save.dismissed') changed.set(happening.payload.id, undefined);
    if (happening.name !== 'save.changed') continue;
    tally.note(happening.payload.save);
    changed.set(happening.payload.save.id, happening.payload.save);
  }
  if (changed.size === 0) return mirror;
  const others = mirror.saves.filter(({ id }) => !changed.has(id));
  const saves = [...others, ...[...changed.values()].filter((save) => save !== undefined)];
  return { ...mirror, saves: saves.toSorted(bySaveOrder), overview: tally.read() };
}

function isFinished(before: LibraryProgress, now: LibraryProgress): boolean {
  return (before.texts !== null && now.texts === null) || (before.lists !== null && now.lists === null);
}

/** Makes one change of all changes of the library, so that lists are put in order once; each row is as it was told last. */
function joinChanges(happenings: readonly Happening[]): readonly Happening[] {
  const upserted = new Map<number, RowCard>();
  const removed = new Set<number>();
  const others = happenings.filter((happening) => {
    if (happening.name !== 'library.changed') return true;
    for (const row of happening.payload.removed) {
      upserted.delete(row);
      removed.add(row);
    }
    for (const each of happening.payload.upserted) {
      removed.delete(each.row);
      upserted.set(each.row, each);
    }
    return false;
  });
  if (upserted.size === 0 && removed.size === 0) return others;
  return [{ name: 'library.changed', payload: { upserted: [...upserted.values()], removed: [...removed] } }, ...others];
}

/** Fills the copy and keeps it fresh from then on; events that come while it is being filled are not lost. */
export async function startMirror(): Promise<void> {
  let isFilled = false;
  let waiting: Happening[] = [];
  const apply = (): void => {
    const happenings = joinChanges(waiting);
    waiting = [];
    useMirror.setState((mirror) => applySaves(happenings.reduce(applyHappening, mirror), happenings));
  };
  listen((happening) => {
    waiting.push(happening);
    // Many saves at once tell of themselves hundreds of times a second; nobody reads faster than this.
    const isLarge = useMirror.getState().bySaved.length > MANY_ROWS;
    if (isFilled && waiting.length === 1) window.setTimeout(apply, isLarge ? TOGETHER_WHEN_LARGE_MS : TOGETHER_MS);
  });
  try {
    const [packed, info, progress, littleRoom, saves, settings] = await Promise.all([
      call('library.columns'),
      call('library.info'),
      call('library.progress'),
      call('library.room'),
      call('save.list'),
      call('settings.get'),
    ]);
    for (const save of saves) tally.note(save);
    const overview = tally.read();
    table = createColumnTable(unpackColumns(packed));
    const { columns } = table;
    const { bySaved } = packed;
    await prepareCards(firstRows(columns, bySaved));
    useMirror.setState({
      state: 'ready',
      columns,
      bySaved,
      isReadOnly: info.isReadOnly,
      readOnlyBecause: info.readOnlyBecause ?? 'other',
      heldElsewhere: info.heldElsewhere,
      littleRoom,
      progress,
      saves,
      overview,
      settings,
    });
  } catch (failure) {
    useMirror.setState({ state: 'failed', failure: failureText(toErrorReport(failure)) });
  } finally {
    apply();
    isFilled = true;
  }
}

/** Rows of the first screen, of the queue as of the library. */
function firstRows(columns: ArticleColumns, bySaved: Uint32Array): ReadonlySet<number> {
  const { started, next } = queueOf(columns, bySaved);
  const queued = [...started.subarray(0, FIRST_ROWS), ...next.subarray(0, FIRST_ROWS)].slice(0, FIRST_ROWS);
  return new Set([...queued, ...bySaved.subarray(0, FIRST_ROWS)]);
}

/**
 * Shows changed settings at once and keeps them; when they cannot be kept, says so and shows the kept ones again.
 * Beside a Layover that has the library open they are this window's alone, as the settings say: a text too small to be read is no less so there.
 */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const { settings: before, isReadOnly } = useMirror.getState();
  useMirror.setState({ settings: { ...before, ...change } });
  if (isReadOnly) return;
  try {
    await call('settings.set', change);
  } catch (failure) {
    useMirror.setState({ settings: before });
    say({ text: failureText(toErrorReport(failure)), tone: 'failure' });
  }
}

/** Marks come every second while somebody reads; they change nothing that is derived from the library. */
function isOnlyReadOn({ row, card }: RowCard, columns: ArticleColumns): boolean {
  const before = cardInRow(row);
  if (before !== undefined) return withoutReading(before) === withoutReading(card);
  return isThere(columns, row) && columns.saved[row] === Date.parse(card.saved);
}

function withoutReading(card: ArticleCard): string {
  return JSON.stringify({ ...card, reading: null, opened: null });
}

/** Shows the settings that a call answered. */
export async function takeSettings(coming: Promise<Settings>): Promise<void> {
  useMirror.setState({ settings: await coming });
}
