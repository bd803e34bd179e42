// The record of a feed here and what another machine made of it in; what both made of it out. Pure.
import { isDeepStrictEqual } from 'node:util';
import { instantBehind } from '#contract/lastChanges.ts';
import type { FeedRecord } from '../../store/feedFiles.ts';

/** What the person chose of a feed. */
export type Chosen = Partial<Pick<FeedRecord, 'isFollowed' | 'isGone' | 'next' | 'removed' | 'rule'>>;

/** The record with what the person chose, and when. */
export function withChoice(known: FeedRecord, choice: Chosen, now: Date): FeedRecord {
  return { ...known, ...choice, chosen: instantBehind(now, known.chosen) };
}

/**
 * The record here with that of there; the same object when that adds nothing. Whether it is followed, was taken off, and what is saved of it is as the person
 * chose last on either; all that the feed itself tells is as it was told last. Its pages are those on the disk here, and after what was
 * told there it is asked for all it has, since what came of that may not be here. Which of the two is called here makes no difference but for the pages.
 */
export function feedOfBoth(here: FeedRecord, there: FeedRecord): FeedRecord {
  const told = later(here, there, ({ fetched }) => fetched);
  const { rule, removed, chosen, ...choice } = later(here, there, (each) => each.chosen);
  // Who follows a feed again that has ended wants it to be asked again.
  const { isGone } = (chosen ?? '') > (told.fetched ?? '') ? choice : told;
  const isFollowed = choice.isFollowed && !isGone;
  const merged: FeedRecord = {
    ...told,
    ...(told === here ? {} : { etag: null, lastModified: null }),
    privateHost: here.privateHost,
    pages: here.pages,
    isGone,
    isFollowed,
    next: isFollowed ? (told.next ?? choice.next) : null,
    rule,
    removed,
    chosen,
  };
  return isDeepStrictEqual(merged, here) ? here : merged;
}

/** The one of which this instant is the later; of the same instant always the same one. */
function later(a: FeedRecord, b: FeedRecord, instantOf: (record: FeedRecord) => string | null): FeedRecord {
  const [ofA, ofB] = [instantOf(a) ?? '', instantOf(b) ?? ''];
  if (ofA !== ofB) return ofA > ofB ? a : b;
  const textOf = ({ pages: _pages, ...record }: FeedRecord): string => JSON.stringify(record);
  return textOf(a) >= textOf(b) ? a : b;
}
