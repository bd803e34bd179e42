// What a person wishes of an article in; the article as it then is out, or whether it is so already. And the way back. Pure.
import type { Article, OwnState } from '#contract/article.ts';
import type { OwnChange } from '#contract/bulk.ts';
import { isArchived, isStarred, NO_DATE, tagsOf, type ArticleColumns } from '#contract/columns.ts';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { foldTag, MOST_TAGS, withoutTags, withTags } from '#contract/tags.ts';
import type { RuleActions } from '#contract/views.ts';

/** The article after a change; the same object when it is as wished. Throws `bad-input` when it would have more than `MOST_TAGS`. */
export function withChange<Owner extends OwnState>(owner: Owner, change: OwnChange, now: string): Owner {
  const { isRead, isArchived: archived = owner.reading.archived, isStarred: starred = owner.starred } = change;
  const read = isRead === undefined ? owner.reading.read : isRead ? (owner.reading.read ?? now) : null;
  const kept = withoutTags(owner.tags, change.removeTags ?? []);
  const tags = withTags(kept, change.addTags ?? []);
  if (!hasAll(tags, change.addTags ?? [])) {
    throw new AppError('bad-input', `This article has ${MOST_TAGS} tags, which is the most. It stayed as it was.`, {
      detail: detail('mostTags', '', MOST_TAGS),
    });
  }
  return withOwn(owner, { read, archived, starred, tags });
}

/** Tells whether the article of a row is as wished. */
export function isAsWished(columns: ArticleColumns, row: number, change: OwnChange): boolean {
  const tags = tagsOf(columns, row);
  return (
    (change.isRead ?? columns.read[row] !== NO_DATE) === (columns.read[row] !== NO_DATE) &&
    (change.isArchived ?? isArchived(columns, row)) === isArchived(columns, row) &&
    (change.isStarred ?? isStarred(columns, row)) === isStarred(columns, row) &&
    withoutTags(tags, change.removeTags ?? []) === tags &&
    hasAll(tags, change.addTags ?? [])
  );
}

/** What of an article wishes for many can change. */
export interface Marks {
  readonly read: string | null;
  readonly archived: boolean;
  readonly starred: boolean;
  readonly tags: readonly string[];
}

/** The marks of an article. */
export function marksOf({ reading, starred, tags }: Pick<Article, 'reading' | 'starred' | 'tags'>): Marks {
  return { read: reading.read, archived: reading.archived, starred, tags };
}

/** Takes a change back: what is as the change left it becomes as it was before; what somebody changed since stays, but for the tags that came or went with it. */
export function withoutChange<Owner extends OwnState>(owner: Owner, before: Marks, after: Marks): Owner {
  const now = marksOf(owner);
  const back = <T>(current: T, left: T, was: T): T => (current === left ? was : current);
  const isSame = now.tags.length === after.tags.length && now.tags.every((tag, at) => tag === after.tags[at]);
  const added = withoutTags(after.tags, before.tags);
  const removed = withoutTags(before.tags, after.tags);
  return withOwn(owner, {
    read: back(now.read, after.read, before.read),
    archived: back(now.archived, after.archived, before.archived),
    starred: back(now.starred, after.starred, before.starred),
    tags: isSame ? before.tags : withTags(withoutTags(now.tags, added), removed),
  });
}

/** What a rule does, as a change. */
export function toChange({ addTags, star, archive, markRead }: RuleActions): OwnChange {
  return {
    ...(addTags === undefined ? {} : { addTags }),
    ...(star === true ? { isStarred: true } : {}),
    ...(archive === true ? { isArchived: true } : {}),
    ...(markRead === true ? { isRead: true } : {}),
  };
}

function withOwn<Owner extends OwnState>(owner: Owner, { read, archived, starred, tags }: Marks): Owner {
  const { reading } = owner;
  const isSame =
    read === reading.read && archived === reading.archived && starred === owner.starred && tags === owner.tags;
  return isSame ? owner : { ...owner, reading: { ...reading, read, archived }, starred, tags };
}

function hasAll(tags: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const there = new Set(tags.map(foldTag));
  return wanted.every((tag) => there.has(foldTag(tag)));
}
