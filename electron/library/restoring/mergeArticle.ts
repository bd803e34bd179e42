// What a person made of an article here and elsewhere in; what they made of it in all out. Nothing that is here is lost: tags and stars are
// joined, the further reading counts, of two states of a highlight the later one, with the other's note. Pure.
import {
  MOST_PLACES,
  ownStateOf,
  type Article,
  type KeptPlace,
  type OwnState,
  type ReadingState,
} from '#contract/article.ts';
import type { Highlight } from '#contract/highlight.ts';
import { withTags } from '#contract/tags.ts';
import { earliest, joinNotes } from '../importing/importMarks.ts';

/** The article as it is here with what was made of it elsewhere; the same object when that adds nothing. */
export function withOwnOf(here: Article, there: OwnState): Article {
  const merged: OwnState = {
    reading: mergeReading(here.reading, there.reading),
    tags: withTags(here.tags, there.tags),
    // What comes back in this way is put in anew.
    tagChanges: here.tagChanges,
    starred: here.starred || there.starred,
    opened: later(here.opened, there.opened),
    look: here.look ?? there.look,
    keptSince: earliest(here.keptSince, there.keptSince),
    note: joinNotes(here.note, there.note),
  };
  const isSame = JSON.stringify(merged) === JSON.stringify(ownStateOf(here));
  return isSame ? here : { ...here, ...merged };
}

function mergeReading(here: ReadingState, there: ReadingState): ReadingState {
  const further = there.progress > here.progress ? there : here;
  const places = mergePlaces(here.places ?? [], there.places ?? [], further === there);
  const seconds = Math.max(here.seconds ?? 0, there.seconds ?? 0);
  return {
    ...here,
    progress: further.progress,
    block: further.block,
    // What was finished once was finished; whether it is archived is as it is here.
    read: here.read ?? there.read,
    ...(places.length > 0 ? { places } : {}),
    ...(seconds > 0 ? { seconds } : {}),
  };
}

function mergePlaces(
  here: readonly KeptPlace[],
  there: readonly KeptPlace[],
  isFurther: boolean,
): readonly KeptPlace[] {
  const [first, second] = isFurther ? [there, here] : [here, there];
  const known = new Set(first.map(({ of }) => of));
  return [...first, ...second.filter(({ of }) => !known.has(of))].slice(0, MOST_PLACES);
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(other) > Date.parse(one) ? other : one;
}

/** The highlights here with those of elsewhere; the same object when those add nothing. */
export function withHighlights(here: readonly Highlight[], there: readonly Highlight[]): readonly Highlight[] {
  const coming = new Map(there.map((each) => [each.id, each]));
  let isChanged = false;
  const merged = here.map((each) => {
    const other = coming.get(each.id);
    coming.delete(each.id);
    const next = other === undefined ? each : mergeHighlight(each, other);
    isChanged ||= next !== each;
    return next;
  });
  if (coming.size === 0 && !isChanged) return here;
  return [...merged, ...coming.values()];
}

function mergeHighlight(here: Highlight, there: Highlight): Highlight {
  const [newer, older] = there.changed > here.changed ? [there, here] : [here, there];
  const hasBoth = older.note === '' || newer.note.includes(older.note);
  const note = hasBoth ? newer.note : newer.note === '' ? older.note : `${newer.note}\n\n${older.note}`;
  const tags = withTags(newer.tags, older.tags);
  const isHere = newer === here && note === here.note && tags === here.tags;
  return isHere ? here : { ...newer, note, tags };
}
