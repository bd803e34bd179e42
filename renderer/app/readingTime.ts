// How long reading takes this person: minutes that fit most people in, the person's own out. The one place where they are scaled.
import { create } from 'zustand';
import type { CardReading } from '#contract/article.ts';
import type { ArticleColumns } from '#contract/columns.ts';
import { timeFactor, type ReadingSpeed, type Stretch } from '#contract/readingSpeed.ts';
import { attempt } from './articleActions.ts';
import { call } from './client.ts';
import { useMirror } from './mirror.ts';

/** How fast the person reads, as it was told last. */
export const useReadingSpeed = create<{ readonly speed: ReadingSpeed }>()(() => ({ speed: {} }));

/** What a time is asked of: an article, or its card. */
interface Timed {
  readonly minutes: number;
  readonly lang: string | null;
  readonly reading: Pick<CardReading, 'progress'>;
}

/** Whole minutes for all of it, and for what is left of it; each at least 1. */
function minutesOf(
  { minutes, lang, reading }: Timed,
  speed: ReadingSpeed,
): { readonly all: number; readonly left: number } {
  const own = minutes * timeFactor(speed, lang);
  return { all: Math.max(1, Math.round(own)), left: Math.max(1, Math.round(own * (1 - reading.progress))) };
}

/** Minutes that are left of all these together, each at least 1. */
export function minutesLeftOf(
  { minutes, progress, lang, langs }: ArticleColumns,
  rows: Uint32Array,
  speed: ReadingSpeed,
): number {
  const factors = langs.map((each) => timeFactor(speed, each));
  let sum = 0;
  for (const row of rows) {
    const own = (minutes[row] ?? 0) * (factors[lang[row] ?? 0] ?? 1);
    sum += Math.max(1, Math.round(own * (1 - (progress[row] ?? 0) / 100)));
  }
  return sum;
}

/** The same for one article, for components. */
export function useMinutes(timed: Timed): { readonly all: number; readonly left: number } {
  return minutesOf(
    timed,
    useReadingSpeed(({ speed }) => speed),
  );
}

/** Counts what was read. */
export function noteStretches(stretches: readonly Stretch[]): void {
  if (stretches.length === 0 || useMirror.getState().isReadOnly) return;
  attempt(takeSpeed(call('reading.measured', { stretches })));
}

/** Forgets how fast the person reads; until enough is read again, times are those of most people. */
export function forgetSpeed(): void {
  attempt(takeSpeed(call('reading.forget')));
}

/** Shows the times by a speed that a call answered. */
async function takeSpeed(coming: Promise<ReadingSpeed>): Promise<void> {
  useReadingSpeed.setState({ speed: await coming });
}
