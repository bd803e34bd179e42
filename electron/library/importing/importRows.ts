// Rows of an import in; each item in the library, on its way to it, joined with what is there, or named with the reason why not, out.
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError, toErrorReport, type ErrorReport } from '#contract/errors.ts';
import type { ImportedItem, ImportedMarks, ImportLine, ImportRow, RowOutcome } from '#contract/imports.ts';
import { isUnderWay } from '#contract/save.ts';
import type { ArticleHighlights } from '../articleHighlights.ts';
import { canonicalAddress } from '../../capture/address.ts';
import type { OpenFile } from '../../capture/formats/fileOpener.ts';
import type { SaveQueue } from '../../capture/saveQueue.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import { repairOf } from '../saving/amendArticles.ts';
import { bodyKey, keepBody } from './importedBody.ts';
import { addImportedHighlights } from './importedHighlights.ts';
import { joinMarks, marksOfItem, withNewMarks, withOldMarks } from './importMarks.ts';
import { skippedLine } from './importReport.ts';
import type { Library } from '../../store/library.ts';
import { mapBounded } from '../../store/taskQueue.ts';

/** What doing rows takes. */
export interface ImportRowsOptions {
  readonly library: Library;
  readonly saves: SaveQueue;
  readonly pool: ExtractPool;
  readonly openFile: OpenFile;
  readonly highlights: ArticleHighlights;
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
  readonly savedAs: (key: string) => Promise<ArticleId | undefined>;
  /** What is made of an article that is saved for the first time. */
  readonly mark: (article: Article) => Article;
  /** Told of each article that came. */
  readonly kept: (article: Article) => void;
  /** Told of each article that changed. */
  readonly changed: (article: Article) => void;
}

/** What can be done with rows. Throws `AppError`: `disk`, `locked`, `cancelled`. */
export interface ImportRows {
  /** What is on its way: the id of the save of each address, as it is compared. */
  waiting(): Map<string, number>;
  /** The article that an item is. */
  findHere(item: ImportedItem): Promise<ArticleId | undefined>;
  /** Does rows that belong together; a line for each, in their order. `ways` is what is on its way and learns what comes to it. */
  doPiece(
    rows: readonly ImportRow[],
    importId: string,
    ways: Map<string, number>,
    signal: AbortSignal,
  ): Promise<readonly ImportLine[]>;
  /** Adds to an article that is here what was said of it elsewhere; tells whether anything was new. */
  merge(id: ArticleId, marks: ImportedMarks): Promise<boolean>;
  /** Adds highlights to an article that has just come; answers how many. */
  addHighlights(article: Article, marks: ImportedMarks): Promise<number>;
}

const BODIES_AT_ONCE = 2;

/** Makes it over a library. */
export function createImportRows(options: ImportRowsOptions): ImportRows {
  const { library, saves } = options;

  /** What is on its way: the save of each address, as it is compared. */
  function waiting(): Map<string, number> {
    const ids = new Map<string, number>();
    for (const { save, source } of saves.records())
      if (source.from === 'address' && (isUnderWay(save.progress) || save.progress.state === 'failed'))
        ids.set(canonicalAddress(source.address), save.id);
    return ids;
  }

  const findHere = (item: ImportedItem): Promise<ArticleId | undefined> =>
    item.address === null
      ? item.body === null
        ? Promise.resolve(undefined)
        : options.savedAs(bodyKey(item.body))
      : options.savedAt(item.address);

  async function merge(id: ArticleId, marks: ImportedMarks): Promise<boolean> {
    const before = await library.article(id);
    const wished = withOldMarks(before, marks);
    let after = before;
    if (wished !== before)
      options.changed((after = await library.update(id, (article) => withOldMarks(article, marks))));
    return (await addHighlights(after, marks)) > 0 || wished !== before;
  }

  async function addHighlights(article: Article, { highlights }: ImportedMarks): Promise<number> {
    if (highlights.length === 0) return 0;
    return addImportedHighlights(article, await library.text(article.id), highlights, options.highlights);
  }

  /** Does the rows of one piece; each gets a line, in their order. */
  async function doPiece(
    rows: readonly ImportRow[],
    importId: string,
    ways: Map<string, number>,
    signal: AbortSignal,
  ): Promise<readonly ImportLine[]> {
    const lines = new Map<ImportRow, ImportLine>();
    const queued = new Map<string, { marks: ImportedMarks; readonly rows: ImportedItem[] }>();
    const bodies: ImportedItem[] = [];
    const note = (
      item: ImportedItem,
      outcome: RowOutcome,
      articleId: ArticleId | null,
      failure: ErrorReport | null = null,
    ) => lines.set(item, { ...lineOf(item), outcome, articleId, skip: null, failure });

    for (const row of rows) {
      if ('skip' in row) {
        lines.set(row, skippedLine(row));
        continue;
      }
      const marks = marksOfItem(row, importId);
      const here = await findHere(row);
      if (here !== undefined) {
        note(row, (await merge(here, marks)) ? 'merged' : 'unchanged', here);
        continue;
      }
      if (row.body !== null) {
        bodies.push(row);
        continue;
      }
      const key = canonicalAddress(row.address ?? '');
      const same = queued.get(key);
      const onItsWay = ways.get(key);
      if (same !== undefined) {
        same.marks = joinMarks(same.marks, marks);
        note(row, 'merged', null);
      } else if (onItsWay === undefined) queued.set(key, { marks, rows: [row] });
      else note(row, await mergeWaiting(onItsWay, marks), null);
    }
    await mapBounded(bodies, BODIES_AT_ONCE, async (item) => {
      try {
        note(item, ...(await keepItem(item, importId, signal)));
      } catch (failure) {
        if (!(failure instanceof AppError) || signal.aborted || failure.code === 'disk') throw failure;
        // Without a text it may still be had from its site.
        const key = canonicalAddress(item.address ?? '');
        if (item.address === null) note(item, 'failed', null, toErrorReport(failure));
        else if (!ways.has(key) && !queued.has(key))
          queued.set(key, { marks: marksOfItem(item, importId), rows: [item] });
        else note(item, 'unchanged', null);
      }
    });
    const added = await saves.addAll(
      [...queued.values()].map(({ marks, rows: [first] }) => ({
        source: { from: 'address', address: first?.address ?? '' },
        label: first?.address ?? '',
        imported: marks,
      })),
    );
    for (const [at, [key, { rows: its }]] of [...queued].entries()) {
      ways.set(key, added[at]?.id ?? 0);
      for (const item of its) note(item, 'queued', null);
    }
    return rows.flatMap((row) => lines.get(row) ?? []);
  }

  async function mergeWaiting(id: number, marks: ImportedMarks): Promise<RowOutcome> {
    const record = saves.record(id);
    if (record === undefined) return 'unchanged';
    const { imported } = record;
    // Asked for by this import before the process ended.
    const joined = imported === undefined ? marks : joinMarks(imported, marks);
    if (joined === imported) return imported.importId === marks.importId ? 'queued' : 'unchanged';
    await saves.mark(id, joined);
    return 'merged';
  }

  async function keepItem(
    item: ImportedItem,
    importId: string,
    signal: AbortSignal,
  ): Promise<[RowOutcome, ArticleId | null]> {
    if (item.body === null) throw new Error('an item without a body');
    // The same text may have come with an earlier row of this piece.
    const here = await findHere(item);
    const marks = marksOfItem(item, importId);
    if (here !== undefined) return [(await merge(here, marks)) ? 'merged' : 'unchanged', here];
    const articles = await keepBody(item, item.body, {
      library,
      pool: options.pool,
      openFile: options.openFile,
      signal,
      mark: (article) => options.mark(withNewMarks(article, marks)),
    });
    for (const article of articles) {
      options.kept(article);
      await addHighlights(article, marks);
      if (article.report.missing.some(({ url }) => /^https?:/.test(url)))
        await saves.add(repairOf(article), article.title);
    }
    const [first] = articles;
    if (first === undefined) throw new AppError('no-content', 'There is nothing to read in it.');
    return ['kept', first.id];
  }

  return { waiting, findHere, doPiece, merge, addHighlights };
}

function lineOf({ row, file, title, address }: ImportedItem): Pick<ImportLine, 'row' | 'file' | 'title' | 'address'> {
  return { row, file, title: title ?? address ?? '', address };
}
