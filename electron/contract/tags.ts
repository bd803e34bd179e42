// A tag as a person types it in; whether two are the same, and lists of them added to and taken from. Pure.
// Refuses what could not be written in a query or in a list with commas.

import { joinLists, noteChanges, type LastChange, type Listed } from './lastChanges.ts';

/** Most tags that one article has. */
export const MOST_TAGS = 50;

/** Letters of the longest tag, in UTF-16 units. */
export const LONGEST_TAG = 60;

/** The form in which tags are compared: two that differ only in case or in how an accent is written are one. */
export function foldTag(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}

/** The tag of what was typed, white space at its ends left out and inside made one space; `undefined` when it is empty, longer than `LONGEST_TAG`, or has a comma, a quotation mark or a control character in it. */
export function toTag(typed: string): string | undefined {
  const tag = typed
    .normalize('NFC')
    .replace(/[^\S\r\n]+/gu, ' ')
    .trim();
  return tag === '' || tag.length > LONGEST_TAG || /[,"“”„\p{Cc}\u2028\u2029]/u.test(tag) ? undefined : tag;
}

/** Tells whether a text is a tag in the form in which tags are kept. */
export function isTag(text: string): boolean {
  return toTag(text) === text;
}

/** The tags with others added behind them; one that is there already, however it is written, stays as it is. Not more than `MOST_TAGS`. */
export function withTags(tags: readonly string[], added: readonly string[]): readonly string[] {
  const known = new Set(tags.map(foldTag));
  const next = [...tags];
  for (const tag of added) {
    if (known.has(foldTag(tag)) || next.length >= MOST_TAGS) continue;
    known.add(foldTag(tag));
    next.push(tag);
  }
  return next.length === tags.length ? tags : next;
}

/** The tags without some, however they are written. */
export function withoutTags(tags: readonly string[], removed: readonly string[]): readonly string[] {
  const gone = new Set(removed.map(foldTag));
  const next = tags.filter((tag) => !gone.has(foldTag(tag)));
  return next.length === tags.length ? tags : next;
}

/** What the person filed something under. */
export interface KeptTags {
  /** As typed, each once however it is written; see `toTag`. */
  readonly tags: readonly string[];
  /** When each, by its `foldTag`, was put in or taken away last, as far as that is known; see `joinLists`. */
  readonly tagChanges: readonly LastChange[];
}

/** What was made of something with tags, with a note of each tag that came or went; the same object when none did, or when it was noted already. */
export function withTagChanges<Owner extends KeptTags>(before: KeptTags, after: Owner, now: Date): Owner {
  if (after.tagChanges !== before.tagChanges) return after;
  const gone = withoutTags(before.tags, after.tags).map(foldTag);
  const there = withoutTags(after.tags, before.tags).map(foldTag);
  const tagChanges = noteChanges(before.tagChanges, { gone, there, names: namesOf(after.tags) }, now);
  return tagChanges === before.tagChanges ? after : { ...after, tagChanges };
}

/** The tags that two machines made of the same; those of the first, and how it writes them, come first. */
export function joinTags(first: KeptTags, second: KeptTags): KeptTags {
  const { isGone, changes } = joinLists(listed(first), listed(second));
  const left = ({ tags }: KeptTags): readonly string[] => tags.filter((tag) => !isGone(foldTag(tag)));
  return { tags: withTags(left(first), left(second)), tagChanges: changes };
}

function listed({ tags, tagChanges }: KeptTags): Listed {
  return { names: namesOf(tags), changes: tagChanges };
}

function namesOf(tags: readonly string[]): ReadonlySet<string> {
  return new Set(tags.map(foldTag));
}
