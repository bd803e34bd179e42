// One wish for many articles in; each carried out durably, some at a time, and what came of it out, with the way back.
// A failure of one stops no other. One wish after the other, so that the way back is always from what was last.
import { isArticleId, type Article, type ArticleId } from '#contract/article.ts';
import type { BulkFailure, BulkKind, BulkOutcome, BulkProgress, OwnChange } from '#contract/bulk.ts';
import { AppError, toErrorReport, unreachable } from '#contract/errors.ts';
import { isAsWished, marksOf, withChange, withoutChange, type Marks } from './ownChange.ts';
import type { Library } from '../../store/library.ts';

/** What is done with one article. */
export type BulkStep =
  | { readonly does: 'change'; readonly id: ArticleId; readonly change: OwnChange }
  | { readonly does: 'set'; readonly id: ArticleId; readonly from: Marks; readonly to: Marks }
  | { readonly does: 'remove' | 'restore' | 'discard'; readonly id: ArticleId }
  /** A copy of an article, by when it was saved. */
  | { readonly does: 'trashCopy' | 'restoreCopy'; readonly id: ArticleId; readonly saved: string }
  /** A row that belongs to no article. */
  | { readonly does: 'nothing' };

/** What wishes need. */
export interface BulkOptions {
  readonly library: Pick<
    Library,
    'update' | 'remove' | 'restore' | 'trashVersion' | 'restoreVersion' | 'trash' | 'announceRemoval' | 'catalogue'
  >;
  readonly now: () => Date;
  readonly tell: (progress: BulkProgress) => void;
  /** Told of each article that was changed, brought back (`isBack`) or, with its row, removed. */
  readonly changed: (article: Article, isBack: boolean) => void;
  readonly removed: (id: ArticleId, row: number) => void;
  readonly report: (bug: unknown) => void;
}

/** Wishes for many articles. */
export interface Bulk {
  /** Carries the steps out after the wishes before it. Nothing fails as a whole. */
  run(kind: BulkKind, steps: readonly BulkStep[]): Promise<BulkOutcome>;
  /** Throws `not-found` for a wish that cannot be taken back any more. */
  undo(undo: number): Promise<BulkOutcome>;
  cancel(job: number): void;
  /** Cancels what is under way and waits for it. */
  close(): Promise<void>;
}

const AT_ONCE = 16;
const MOST_TOLD = 100;
const MOST_UNDONE = 50;
const TELL_EVERY_MS = 100;

/** Makes the wishes of a library. */
export function createBulk({ library, ...options }: BulkOptions): Bulk {
  const { catalogue } = library;
  const undone = new Map<number, readonly BulkStep[]>();
  const cancelled = new Set<number>();
  let jobs = 0;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  /** Does it; answers the way back, `undefined` when there is none, or `null` when it was so already. */
  async function carryOut(step: BulkStep): Promise<BulkStep | null | undefined> {
    switch (step.does) {
      case 'change': {
        const row = catalogue.rowOf(step.id);
        if (row !== undefined && isAsWished(catalogue.columns, row, step.change)) return null;
        const now = options.now().toISOString();
        return update(step.id, (article) => withChange(article, step.change, now));
      }
      case 'set':
        return update(step.id, (article) => withoutChange(article, step.to, step.from));
      case 'remove': {
        const row = catalogue.rowOf(step.id);
        await library.remove(step.id);
        if (row !== undefined) options.removed(step.id, row);
        return { does: 'restore', id: step.id };
      }
      case 'restore': {
        if (catalogue.rowOf(step.id) !== undefined) return null;
        options.changed(await library.restore(step.id, true), true);
        return { does: 'remove', id: step.id };
      }
      case 'discard':
        await library.trash.discard(step.id, true);
        return undefined;
      case 'trashCopy':
        await library.trashVersion(step.id, step.saved);
        return { ...step, does: 'restoreCopy' };
      case 'restoreCopy':
        await library.restoreVersion(step.id, step.saved);
        return { ...step, does: 'trashCopy' };
      case 'nothing':
        throw new AppError('not-found', 'This article is not in the library any more.');
      default:
        return unreachable(step);
    }
  }

  async function update(id: ArticleId, alter: (article: Article) => Article): Promise<BulkStep | null> {
    let before: Article | undefined;
    const after = await library.update(id, (article) => {
      before = article;
      return alter(article);
    });
    if (before === undefined || before === after) return null;
    options.changed(after, false);
    return { does: 'set', id, from: marksOf(after), to: marksOf(before) };
  }

  async function work(job: number, kind: BulkKind, steps: readonly BulkStep[]): Promise<BulkOutcome> {
    const back: BulkStep[] = [];
    const failures: BulkFailure[] = [];
    // Those that are in the trash no more.
    const left: ArticleId[] = [];
    let [done, changed, unchanged, failed, told] = [0, 0, 0, 0, 0];
    const total = steps.length;
    const isStopped = (): boolean => isClosed || cancelled.has(job);
    const tell = (isOver: boolean): void => {
      told = performance.now();
      options.tell({ job, kind, done, total, isOver });
    };
    const fail = (step: BulkStep, failure: unknown): void => {
      if (!(failure instanceof AppError)) options.report(failure);
      failed += 1;
      if (failures.length >= MOST_TOLD) return;
      const id = step.does === 'nothing' ? null : step.id;
      const row = id === null ? undefined : catalogue.rowOf(id);
      failures.push({ id, title: row === undefined ? null : catalogue.title(row), error: toErrorReport(failure) });
    };

    tell(false);
    const removals = steps.flatMap((step) => (step.does === 'remove' ? [step.id] : []));
    // Once for all; when it cannot be written, each of them says so.
    if (removals.length > 1) await library.announceRemoval(removals).catch(unlessExpected);
    const queue = steps.values();
    async function takeTurns(): Promise<void> {
      for (const step of queue) {
        if (isStopped()) return;
        try {
          const way = await carryOut(step);
          if (way === null) unchanged += 1;
          else changed += 1;
          if (way !== null && way !== undefined) back.push(way);
          if (way !== null && (step.does === 'restore' || step.does === 'discard')) left.push(step.id);
        } catch (failure) {
          fail(step, failure);
        }
        done += 1;
        if (performance.now() - told >= TELL_EVERY_MS) tell(false);
      }
    }
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, total) }, takeTurns));
    // Once for all as well; what stays noted is forgotten another time.
    if (left.length > 0) await library.trash.forgetAll(new Set(left)).catch(unlessExpected);
    const isCancelled = done < total;
    cancelled.delete(job);
    if (back.length > 0) keepUndo(job, back);
    tell(true);
    const undo = back.length > 0 ? job : null;
    return { job, kind, changed, unchanged, failed, failures, isCancelled, undo };
  }

  function keepUndo(job: number, back: readonly BulkStep[]): void {
    undone.set(job, back);
    for (const known of undone.keys()) {
      if (undone.size <= MOST_UNDONE) break;
      undone.delete(known);
    }
  }

  function run(kind: BulkKind, steps: readonly BulkStep[]): Promise<BulkOutcome> {
    jobs += 1;
    const job = jobs;
    const outcome = last.then(() => work(job, kind, steps));
    last = outcome.catch(options.report);
    return outcome;
  }

  return {
    run,
    async undo(undo) {
      const back = undone.get(undo);
      if (back === undefined) {
        throw new AppError('not-found', 'This cannot be taken back any more. Nothing was changed.');
      }
      undone.delete(undo);
      const outcome = await run('undo', back);
      // What was left can be taken back once more.
      if (outcome.isCancelled || outcome.failed > 0) keepUndo(undo, back);
      return outcome;
    },
    cancel: (job) => void cancelled.add(job),
    async close() {
      isClosed = true;
      await last;
    },
  };
}

/** The ids once each, in their order; a row without an article is a step that fails. */
export function stepsFor(
  target: { readonly rows: Iterable<number> } | { readonly ids: readonly ArticleId[] },
  catalogue: Pick<Library['catalogue'], 'idOf' | 'rowOf' | 'columns'>,
  make: (id: ArticleId) => BulkStep,
): readonly BulkStep[] {
  if ('ids' in target) return [...new Set(target.ids)].map(make);
  return [...new Set(target.rows)].map((row) => {
    const id = row < catalogue.columns.size ? catalogue.idOf(row) : '';
    return isArticleId(id) && catalogue.rowOf(id) === row ? make(id) : { does: 'nothing' };
  });
}

function unlessExpected(failure: unknown): void {
  if (!(failure instanceof AppError)) throw failure;
}
