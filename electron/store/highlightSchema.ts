// The shape of a file of highlights, checked whenever it is read and before it is written; what is in it for whoever works with it, and back.
// Fields this version does not know are kept.
import * as v from 'valibot';
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { HIGHLIGHT_COLORS, type Highlight } from '#contract/highlight.ts';
import { noteChanges, type LastChange } from '#contract/lastChanges.ts';
import { articleId } from './articleSchema.ts';
import { lastChanges } from './lastChangeSchema.ts';

/** The highlights of an article, and which of them were removed, or put back after that, and when; see `joinLists`. */
export interface KeptHighlights {
  readonly highlights: readonly Highlight[];
  readonly changes: readonly LastChange[];
}

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.looseObject({ start: place, end: place });
const placement = { position, version: v.string(), textLength: place };
const highlight = v.looseObject({
  id: v.string(),
  color: v.picklist(HIGHLIGHT_COLORS),
  note: v.string(),
  tags: v.array(v.string()),
  created: v.string(),
  changed: v.string(),
  target: v.looseObject({
    quote: v.looseObject({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
    codePointStart: place,
    ...placement,
    refound: v.nullable(v.looseObject(placement)),
  }),
});
/** The content of such a file. */
export const highlightsFile = v.looseObject({
  format: v.literal(1),
  id: articleId,
  title: v.string(),
  highlights: v.array(highlight),
  changes: lastChanges,
});
/** The same, checked. */
export type StoredHighlights = v.InferOutput<typeof highlightsFile>;

const keptSchema = v.looseObject({ highlights: v.array(highlight), changes: lastChanges });

/** Checks what comes from elsewhere as the content of the file of an article's highlights. Throws `AppError('unreadable')`. */
export function checkKept(id: ArticleId, json: unknown): KeptHighlights {
  const result = v.safeParse(keptSchema, json);
  if (!result.success)
    throw new AppError('unreadable', 'What was highlighted in this article is damaged, so the article was left out.');
  const { highlights, changes } = result.output;
  return { highlights: highlights.map((each) => ({ ...each, articleId: id })), changes };
}

/** Nothing, and nothing noted. */
export const NO_HIGHLIGHTS: KeptHighlights = { highlights: [], changes: [] };

/** What a file says; the same object of the same content, so that whoever changes nothing is known by it. None for no file. */
export function toKept(stored: StoredHighlights | undefined): KeptHighlights {
  return stored === undefined ? NO_HIGHLIGHTS : (kept.get(stored) ?? keep(stored));
}

const kept = new WeakMap<StoredHighlights, KeptHighlights>();
function keep(stored: StoredHighlights): KeptHighlights {
  const { changes } = stored;
  const highlights = stored.highlights.map((each) => ({ ...each, articleId: stored.id }));
  const both = { highlights, changes };
  kept.set(stored, both);
  return both;
}

/** What is noted when highlights become others. One that is made needs no note: its id is new, and it has its own instants. */
export function noted(before: KeptHighlights, after: readonly Highlight[], now: Date): readonly LastChange[] {
  const names = new Set(after.map(({ id }) => id));
  const was = new Map(before.highlights.map(({ id, changed }) => [id, changed]));
  const gone = [...was.keys()].filter((id) => !names.has(id));
  const there = before.changes.flatMap(({ name }) => (names.has(name) && !was.has(name) ? [name] : []));
  return noteChanges(before.changes, { gone, there, names }, now, (id) => was.get(id));
}

/** Fields of a younger Layover that were read stay where they are. */
export function toStored(
  id: ArticleId,
  title: string,
  { highlights, changes }: KeptHighlights,
  before: StoredHighlights | undefined,
): StoredHighlights {
  return {
    ...before,
    format: 1,
    id,
    title,
    highlights: highlights.map(({ articleId: _id, ...each }) => ({
      ...each,
      tags: [...each.tags],
      target: {
        ...each.target,
        quote: { ...each.target.quote },
        position: { ...each.target.position },
        refound: each.target.refound && { ...each.target.refound, position: { ...each.target.refound.position } },
      },
    })),
    changes: changes.map((each) => ({ ...each })),
  };
}
