// The disk of a library in; a word when it has little room left, and another when there is room again, out. Looks after saves, when it is asked
// to, and now and then while there is little. Refuses nothing: saves and imports go on until the disk is full.
import { LEAST_ROOM_BYTES, type LittleRoom } from '#contract/libraryInfo.ts';
import { ifThere } from '../ifThere.ts';
import type { Library } from '../../store/library.ts';

/** What watching takes. */
export interface RoomWatchOptions {
  readonly library: Pick<Library, 'freeBytes' | 'isReadOnly'>;
  readonly tell: (little: LittleRoom | null) => void;
  readonly report: (bug: unknown) => void;
  /** Below so many free bytes there is little room; `LEAST_ROOM_BYTES` unless given. */
  readonly leastBytes?: number | undefined;
}

/** Watches the room. */
export interface RoomWatch {
  /** Looks from now on; resolves after the first look. A library that is open for reading only is not looked at. */
  start(): Promise<void>;
  /** Something was written: looks within a second, once for all that is written until then. */
  written(): void;
  /** Looks now; nothing before the start. */
  look(): Promise<void>;
  /** What was seen last; `null` while there is room enough, and while the disk does not tell. */
  little(): LittleRoom | null;
  close(): void;
}

const EVERY_MS = 60_000;
const SOON_MS = 1_000;
// What is told of is shown in words, so smaller changes than this are no news.
const STEP_BYTES = 1_000_000;

/** Makes it; nothing is looked at before `start`. */
export function createRoomWatch({ library, tell, report, leastBytes = LEAST_ROOM_BYTES }: RoomWatchOptions): RoomWatch {
  let little: LittleRoom | null = null;
  let isStarted = false;
  let every: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    // A disk that cannot say it is told of by whatever reads or writes next.
    const freeBytes = (await ifThere(library.freeBytes())) ?? Number.POSITIVE_INFINITY;
    const now = freeBytes < leastBytes ? { freeBytes } : null;
    const isNews = stepOf(now) !== stepOf(little);
    if (isNews) little = now;
    if (isNews && isStarted) tell(little);
    clearInterval(every);
    // What makes room again happens elsewhere; what takes it is mostly written here. Where there is enough, nothing wakes the processor.
    if (isStarted && little !== null) every = setInterval(() => void lookAgain(), EVERY_MS).unref();
  }

  const lookAgain = (): Promise<void> => look().catch(report);

  return {
    async start() {
      if (library.isReadOnly || isStarted) return;
      isStarted = true;
      await lookAgain();
    },
    written() {
      if (!isStarted) return;
      soon ??= setTimeout(() => {
        soon = undefined;
        void lookAgain();
      }, SOON_MS).unref();
    },
    async look() {
      if (isStarted) await lookAgain();
    },
    little: () => little,
    close() {
      isStarted = false;
      clearInterval(every);
      clearTimeout(soon);
    },
  };
}

function stepOf(room: LittleRoom | null): number | null {
  return room === null ? null : Math.floor(room.freeBytes / STEP_BYTES);
}
