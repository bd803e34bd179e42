// What a person did with an article in; its reading state out. Pure.
import { MOST_PLACES, type ReadingState } from '#contract/article.ts';
import type { In } from '#contract/calls.ts';

/** Changes the named parts; of the places only the one of the named copy, which is then the newest. */
export function markReading(
  before: ReadingState,
  mark: Omit<In<'article.mark'>, 'id' | 'isStarred'>,
  now: Date,
): ReadingState {
  const { progress, block, isRead, isArchived, place, seconds } = mark;
  const reading = {
    ...before,
    progress: progress ?? before.progress,
    block: block ?? before.block,
    read: isRead === undefined ? before.read : isRead ? (before.read ?? now.toISOString()) : null,
    archived: isArchived ?? before.archived,
    ...(seconds === undefined ? {} : { seconds: Math.round(((before.seconds ?? 0) + seconds) * 10) / 10 }),
  };
  if (place === undefined || block === undefined) return reading;
  const others = (before.places ?? []).filter(({ of }) => of !== place.of);
  return { ...reading, places: [{ ...place, block }, ...others].slice(0, MOST_PLACES) };
}
