// Everything that is done with many articles at once: changes, the trash, rules over the whole library. Joins the store, the search and the
// timeline, so that all of them know what became of each.
import { toCard, type Article, type ArticleId } from '#contract/article.ts';
import type { BulkOutcome, BulkTarget, OwnChange } from '#contract/bulk.ts';
import { isThere } from '#contract/columns.ts';
import { AppError } from '#contract/errors.ts';
import { compileQuery, readFilters } from '#contract/query/compileQuery.ts';
import { parseQuery } from '#contract/query/parse.ts';
import type { TrashPage } from '#contract/trash.ts';
import type { CapNotice, LibraryStorage } from '#contract/storage.ts';
import { createCapKeeper, whichAreHighlighted } from './capKeeper.ts';
import { createBulk, stepsFor, type Bulk, type BulkOptions, type BulkStep } from './bulk.ts';
import { withWhatCouldGo } from './diskFull.ts';
import type { LibrarySearch } from '../finding/librarySearch.ts';
import { toStorage } from './libraryStorage.ts';
import type { LibraryTimeline } from '../finding/libraryTimeline.ts';
import { toChange } from './ownChange.ts';
import type { RowChanges } from './rowChanges.ts';
import { withRules } from './rules.ts';
import type { Library } from '../../store/library.ts';

/** What the care of a library needs. */
export interface CareOptions extends Pick<BulkOptions, 'now' | 'tell' | 'report'> {
  readonly library: Library;
  readonly search: Pick<LibrarySearch, 'find' | 'know' | 'forget' | 'ready'>;
  readonly timeline: Pick<LibraryTimeline, 'know' | 'forget'>;
  readonly tellCap: (notice: CapNotice) => void;
  /** Tells the window of rows, many together. */
  readonly rows: RowChanges;
}

/** What is done with many articles at once. */
export interface LibraryCare extends Pick<Bulk, 'undo' | 'cancel' | 'close'> {
  /** Throws `bad-input` for a query that cannot be read whole. */
  change(target: BulkTarget, change: OwnChange): Promise<BulkOutcome>;
  /** As `change`. */
  remove(target: BulkTarget): Promise<BulkOutcome>;
  restore(ids: readonly ArticleId[]): Promise<BulkOutcome>;
  /** Removes for good what is in the trash; all of it for `null`. Throws `disk`. */
  empty(ids: readonly ArticleId[] | null): Promise<BulkOutcome>;
  trash(from: number, count: number): Promise<TrashPage>;
  storage(): Promise<LibraryStorage>;
  /** Throws `not-found` for a rule that is not in the settings, `bad-input` for one that cannot be read. */
  applyRule(id: string): Promise<BulkOutcome>;
  /** The articles that are meant, in their order; those that are not there are left out. Throws `bad-input` for a query that cannot be read whole. */
  idsOf(target: BulkTarget): Promise<readonly ArticleId[]>;
  /** An article was put in or changed by other ways than these; search, timeline and window hear of it. */
  adopted(article: Article): void;
  /** Something was saved, so that it may not fit any more. */
  saved(): void;
  /** Why a save failed, with what could be removed when the disk is full. */
  explain(failure: unknown): Promise<unknown>;
  /** What the rules make of an article that is being saved for the first time. */
  readonly mark: (article: Article) => Article;
  /** Removes for good what has been in the trash long enough, and pictures that nothing shows since. */
  tidy(): Promise<void>;
}

/** Makes the care of an open library. */
export function createLibraryCare({ library, search, timeline, rows, ...options }: CareOptions): LibraryCare {
  const { catalogue } = library;
  let sweeping: Promise<unknown> = Promise.resolve();
  function adopted(article: Article): void {
    search.know(article.id);
    timeline.know(article);
    changed(article);
  }

  function changed({ id }: Article): void {
    const row = catalogue.rowOf(id);
    if (row !== undefined) rows.changed(row);
  }

  const bulk = createBulk({
    library,
    now: options.now,
    tell: options.tell,
    report: options.report,
    changed: (article, isBack) => (isBack ? adopted(article) : changed(article)),
    removed(id, row) {
      search.forget(id);
      timeline.forget(id);
      rows.removed(row);
    },
  });

  const highlighted = (): Promise<(id: ArticleId) => boolean> => whichAreHighlighted(library.highlights);
  const cap = createCapKeeper({
    library,
    highlighted,
    run: (steps) => bulk.run('cap', steps),
    tell: options.tellCap,
    report: options.report,
  });

  async function stepsOf(target: BulkTarget, make: (id: ArticleId) => BulkStep): Promise<readonly BulkStep[]> {
    library.assertWritable();
    return stepsFor('query' in target ? { rows: await rowsOf(target.query) } : target, catalogue, make);
  }

  /** Whoever changes all that a query finds must have written one that says what was meant. */
  async function rowsOf(query: string): Promise<Uint32Array> {
    // Within a parenthesis nothing is taken for still being typed.
    const [problem] = query.trim() === '' ? [] : parseQuery(`(${query})`, options.now()).problems;
    if (problem !== undefined) {
      throw new AppError(
        'bad-input',
        `The search cannot be read as it stands: ${problem.message} Nothing was changed.`,
      );
    }
    await search.ready();
    return (await search.find(query, 'saved')).rows;
  }

  /** Behind everything else: a picture that stays a while longer harms nobody. */
  function sweepSoon(): void {
    sweeping = sweeping.then(() => library.sweepAssets()).catch(options.report);
  }

  return {
    undo: (undo) => bulk.undo(undo),
    cancel: (job) => bulk.cancel(job),
    change: async (target, change) =>
      bulk.run('change', await stepsOf(target, (id) => ({ does: 'change', id, change }))),
    remove: async (target) => bulk.run('remove', await stepsOf(target, (id) => ({ does: 'remove', id }))),
    restore: async (ids) => bulk.run('restore', await stepsOf({ ids }, (id) => ({ does: 'restore', id }))),
    async empty(ids) {
      const wanted = ids ?? (await library.trash.ids());
      const outcome = await bulk.run('empty', await stepsOf({ ids: wanted }, (id) => ({ does: 'discard', id })));
      if (outcome.changed > 0) sweepSoon();
      return outcome;
    },
    async trash(from, count) {
      const { total, entries } = await library.trash.list(from, count);
      return {
        total,
        entries: entries.map(({ id, article, removed, daysLeft }) => {
          const card = article === undefined ? undefined : toCard(article);
          const { title = null, siteName = null, host = null, sizeBytes = 0 } = card ?? {};
          return { id, title, siteName, host, sizeBytes, removed, daysLeft };
        }),
      };
    },
    async storage() {
      const holdings = await library.holdings();
      const isHighlighted = await highlighted();
      return toStorage({ catalogue, holdings, capBytes: library.settings().capBytes, isHighlighted });
    },
    async idsOf(target) {
      const steps = stepsFor('query' in target ? { rows: await rowsOf(target.query) } : target, catalogue, (id) => ({
        does: 'restore',
        id,
      }));
      return steps.flatMap((step) => ('id' in step && catalogue.rowOf(step.id) !== undefined ? [step.id] : []));
    },
    adopted,
    saved: () => cap.saved(),
    explain: (failure) => withWhatCouldGo(failure, library, highlighted),
    async applyRule(id) {
      const rule = library.settings().rules.find((each) => each.id === id);
      if (rule === undefined) throw new AppError('not-found', 'This rule is not there any more. Nothing was changed.');
      const { node, problems } = readFilters(rule.when, options.now());
      if (node === null) {
        throw new AppError('bad-input', `The rule cannot be read: ${problems[0]?.message ?? ''} Nothing was changed.`);
      }
      const { columns } = catalogue;
      const passes = compileQuery(node, columns);
      const fitting = catalogue.bySaved().filter((row) => isThere(columns, row) && passes(row));
      const change = toChange(rule.actions);
      library.assertWritable();
      return bulk.run(
        'rule',
        stepsFor({ rows: fitting }, catalogue, (article) => ({ does: 'change', id: article, change })),
      );
    },
    mark: (article) => withRules(article, library.settings().rules, options.now()),
    async tidy() {
      if (library.isReadOnly || (await library.trash.discardOld()) === 0) return;
      sweepSoon();
      await sweeping;
    },
    async close() {
      await Promise.all([bulk.close(), cap.close()]);
      await sweeping;
      await rows.close();
    },
  };
}
