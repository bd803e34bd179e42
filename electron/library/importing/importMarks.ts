// What came with an item from another program in; the article, or the marks of a save that waits, with it out. What the person has here is
// never taken away, and the same marks a second time change nothing. Pure.
import type { Article, OwnState } from '#contract/article.ts';
import type { ImportedItem, ImportedMarks } from '#contract/imports.ts';
import { withTags } from '#contract/tags.ts';

/** What is kept of an item until its page is here. */
export function marksOfItem(item: ImportedItem, importId: string): ImportedMarks {
  const { title, saved, tags, starred, archived, progress, note, highlights } = item;
  return { importId, title, saved, tags, starred, archived, progress, note, highlights };
}

/** An article that is saved for the first time, with all that was said of it elsewhere. */
export function withNewMarks(article: Article, marks: ImportedMarks): Article {
  const { archived, progress } = marks;
  const reading = {
    ...article.reading,
    archived: article.reading.archived || archived,
    progress: progress ?? article.reading.progress,
    // Nobody says when it was finished, only that it was.
    read: progress === 1 ? (marks.saved ?? article.saved) : article.reading.read,
  };
  return withOldMarks({ ...article, reading }, marks);
}

/** An article that is here already: it gains tags, a star, a note, an earlier date; how far it was read here stays. The same object when it has all of it. */
export function withOldMarks(article: Article, marks: ImportedMarks): Article {
  const keptSince = earliest(
    article.keptSince,
    marks.saved !== null && marks.saved < article.saved ? marks.saved : null,
  );
  const own: Pick<OwnState, 'keptSince' | 'tags' | 'starred' | 'note'> = {
    keptSince,
    tags: withTags(article.tags, marks.tags),
    starred: article.starred || marks.starred,
    note: joinNotes(article.note, marks.note),
  };
  const isSame =
    own.keptSince === article.keptSince &&
    own.tags === article.tags &&
    own.starred === article.starred &&
    own.note === article.note;
  return isSame ? article : { ...article, ...own };
}

/** The marks of a save that waits, with those of another row of the same address; the same object when it has all of it. */
export function joinMarks(before: ImportedMarks, more: ImportedMarks): ImportedMarks {
  const known = new Set(before.highlights.map(({ quote, note }) => `${quote}\0${note}`));
  const highlights = more.highlights.filter(({ quote, note }) => !known.has(`${quote}\0${note}`));
  const joined: ImportedMarks = {
    importId: before.importId,
    title: before.title ?? more.title,
    saved: earliest(before.saved, more.saved),
    tags: withTags(before.tags, more.tags),
    starred: before.starred || more.starred,
    archived: before.archived,
    progress: before.progress ?? more.progress,
    note: joinNotes(before.note, more.note),
    highlights: highlights.length === 0 ? before.highlights : [...before.highlights, ...highlights],
  };
  const isSame =
    joined.title === before.title &&
    joined.saved === before.saved &&
    joined.tags === before.tags &&
    joined.starred === before.starred &&
    joined.progress === before.progress &&
    joined.note === before.note &&
    joined.highlights === before.highlights;
  return isSame ? before : joined;
}

/** Of two instants, either of which may be unknown. */
export function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a <= b ? a : b;
}

/** A note with what another adds to it. */
export function joinNotes(before: string, more: string): string {
  if (more === '' || before.includes(more)) return before;
  return before === '' ? more : `${before}\n\n${more}`;
}
