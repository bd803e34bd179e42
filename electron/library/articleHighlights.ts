// What a person does to highlights, joined from the library, the events and the forms of export. Every change is on disk before it is told.
import { randomBytes } from 'node:crypto';
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import {
  MOST_HIGHLIGHTS,
  type AllHighlights,
  type Highlight,
  type HighlightChange,
  type HighlightFormat,
  type Placement,
} from '#contract/highlight.ts';
import { highlightsToJson } from '../exchange/highlightsJson.ts';
import { highlightsToMarkdown } from '../exchange/highlightsMarkdown.ts';
import type { ExportedArticle } from '../exchange/highlightsExport.ts';
import type { Library } from '../store/library.ts';
import { mapBounded } from '../store/taskQueue.ts';

/** What can be done; each change resolves when it is on disk. Throws `AppError`: `not-found`, `unreadable`, `bad-input`, `disk`, `locked`. */
export interface ArticleHighlights {
  of(id: ArticleId): Promise<readonly Highlight[]>;
  /** Of all articles that are in the library and not in its trash, the article that was highlighted last first. */
  all(): Promise<AllHighlights>;
  add(id: ArticleId, made: Pick<Highlight, 'color' | 'note' | 'tags' | 'target'>): Promise<Highlight>;
  /** Answers what it was before and is now. */
  change(
    id: ArticleId,
    highlightId: string,
    change: HighlightChange,
  ): Promise<{ readonly before: Highlight; readonly after: Highlight }>;
  /** Answers what was removed, as `restore` takes it. */
  remove(id: ArticleId, highlightId: string): Promise<Highlight>;
  /** Puts back what was removed; nothing changes when it is there. */
  restore(highlight: Highlight): Promise<Highlight>;
  /** Keeps where highlights were found in a newer copy; those that are not there any more are passed over. It is no change by the person. */
  refound(id: ArticleId, found: readonly { readonly id: string; readonly placement: Placement }[]): Promise<void>;
  /** Tells what the highlights of an article are since they were put in by other ways than these. */
  restored(id: ArticleId, highlights: readonly Highlight[]): void;
  /** The text of an export, of one article or of all, and how many highlights are in it; with `only`, no others than these. */
  exportText(
    format: HighlightFormat,
    articleId: ArticleId | null,
    only: readonly string[] | undefined,
  ): Promise<{ readonly text: string; readonly count: number; readonly title: string | null }>;
}

/** What they need. */
export interface ArticleHighlightsOptions {
  readonly library: Library;
  readonly now: () => Date;
  readonly changed: (articleId: ArticleId, highlights: readonly Highlight[]) => void;
}

const READ_AT_ONCE = 16;

/** Joins highlights to the library. */
export function createArticleHighlights({ library, now, changed }: ArticleHighlightsOptions): ArticleHighlights {
  const { highlights: files, catalogue } = library;

  async function update(
    id: ArticleId,
    change: (highlights: readonly Highlight[]) => readonly Highlight[],
  ): Promise<void> {
    const row = catalogue.rowOf(id);
    if (row === undefined)
      throw new AppError('not-found', 'This article is no longer in the library. Nothing was changed.');
    let before: readonly Highlight[] | undefined;
    const after = await files.update(id, catalogue.title(row), (all) => change((before = all)));
    if (after !== before) changed(id, after);
  }

  function exchange(
    id: ArticleId,
    highlightId: string,
    next: (found: Highlight) => readonly Highlight[],
  ): Promise<void> {
    return update(id, (all) => {
      const found = all.find((each) => each.id === highlightId);
      if (found === undefined)
        throw new AppError('not-found', 'This highlight is no longer there. Nothing was changed.');
      return all.flatMap((each) => (each === found ? next(found) : [each]));
    });
  }

  async function all(): Promise<AllHighlights> {
    const articles = [...(await files.all())].flatMap(([articleId, highlights]) => {
      const row = catalogue.rowOf(articleId);
      return row === undefined ? [] : [{ articleId, title: catalogue.title(row), highlights }];
    });
    const last = new Map(articles.map(({ articleId, highlights }) => [articleId, newest(highlights)]));
    articles.sort((a, b) => ((last.get(a.articleId) ?? '') < (last.get(b.articleId) ?? '') ? 1 : -1));
    return { articles, unreadable: files.unreadable().map(({ name }) => name) };
  }

  return {
    of: (id) => files.of(id),
    all,
    async add(id, made) {
      const created = now().toISOString();
      const highlight: Highlight = {
        ...made,
        id: randomBytes(10).toString('hex'),
        articleId: id,
        created,
        changed: created,
      };
      await update(id, (before) => [...roomIn(before), highlight]);
      return highlight;
    },
    async change(id, highlightId, change) {
      let answer: { readonly before: Highlight; readonly after: Highlight } | undefined;
      await exchange(id, highlightId, (before) => {
        const after = { ...before, ...change, changed: now().toISOString() };
        answer = { before, after };
        return [after];
      });
      if (answer === undefined) throw new Error('a change without an answer');
      return answer;
    },
    async remove(id, highlightId) {
      let removed: Highlight | undefined;
      await exchange(id, highlightId, (found) => {
        removed = found;
        return [];
      });
      if (removed === undefined) throw new Error('a removal without an answer');
      return removed;
    },
    async restore(highlight) {
      await update(highlight.articleId, (before) =>
        before.some(({ id }) => id === highlight.id) ? before : [...roomIn(before), highlight],
      );
      return highlight;
    },
    async refound(id, found) {
      const placements = new Map(found.map((each) => [each.id, each.placement]));
      await update(id, (before) => {
        if (!before.some((each) => placements.has(each.id))) return before;
        return before.map((each) => {
          const refound = placements.get(each.id);
          return refound === undefined ? each : { ...each, target: { ...each.target, refound } };
        });
      });
    },
    restored: (id, highlights) => changed(id, highlights),
    async exportText(format, articleId, only) {
      const wanted = only === undefined ? undefined : new Set(only);
      const listed =
        articleId === null ? (await all()).articles : [{ articleId, highlights: await files.of(articleId) }];
      const chosen = listed
        .map(({ articleId: id, highlights }) => ({
          id,
          highlights: highlights
            .filter((each) => wanted?.has(each.id) ?? true)
            .sort((a, b) => a.target.position.start - b.target.position.start),
        }))
        .filter(({ highlights }) => highlights.length > 0);
      const articles = await mapBounded(chosen, READ_AT_ONCE, async ({ id, highlights }): Promise<ExportedArticle> => ({
        article: await library.article(id),
        highlights,
      }));
      const exported = now().toISOString();
      const text =
        format === 'markdown' ? highlightsToMarkdown({ articles, exported }) : highlightsToJson({ articles, exported });
      return {
        text,
        count: articles.reduce((sum, each) => sum + each.highlights.length, 0),
        title: articles.length === 1 ? (articles[0]?.article.title ?? null) : null,
      };
    },
  };
}

function newest(highlights: readonly Highlight[]): string {
  return highlights.reduce((last, { changed }) => (changed > last ? changed : last), '');
}

function roomIn(highlights: readonly Highlight[]): readonly Highlight[] {
  if (highlights.length < MOST_HIGHLIGHTS) return highlights;
  throw new AppError(
    'bad-input',
    `An article can have ${MOST_HIGHLIGHTS} highlights. Nothing was added; remove some first.`,
    { detail: detail('mostHighlights', '', MOST_HIGHLIGHTS) },
  );
}
