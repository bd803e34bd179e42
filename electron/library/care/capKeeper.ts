// A library's limit kept: some time after a save it is measured whether all fits; what does not is told, or what could go goes to the trash
// when the person has chosen that. Either can be taken back.
import type { ArticleId } from '#contract/article.ts';
import type { BulkOutcome } from '#contract/bulk.ts';
import type { CapNotice } from '#contract/storage.ts';
import type { BulkStep } from './bulk.ts';
import { overLimit, toStorage } from './libraryStorage.ts';
import type { Library } from '../../store/library.ts';

/** What keeping a limit needs. */
export interface CapKeeperOptions {
  readonly library: Pick<Library, 'catalogue' | 'holdings' | 'settings' | 'isReadOnly'>;
  /** Tells, once it is known, which articles are highlighted. */
  readonly highlighted: () => Promise<(id: ArticleId) => boolean>;
  /** Carries the steps out, to be taken back as one. */
  readonly run: (steps: readonly BulkStep[]) => Promise<BulkOutcome>;
  readonly tell: (notice: CapNotice) => void;
  readonly report: (bug: unknown) => void;
  /** How long nothing has to be saved before it is measured; two seconds unless given. */
  readonly quietMs?: number;
}

/** The articles with highlights; those whose highlights cannot be read count as well, since nobody knows. Throws `AppError('disk')`. */
export async function whichAreHighlighted(
  highlights: Pick<Library['highlights'], 'all' | 'unreadable'>,
): Promise<(id: ArticleId) => boolean> {
  const marked = new Set<string>((await highlights.all()).keys());
  for (const { name } of highlights.unreadable()) marked.add(name.replace(/^.*\/|\.json$/g, ''));
  return (id) => marked.has(id);
}

/** Keeps the limit. */
export interface CapKeeper {
  /** Something was saved. */
  saved(): void;
  /** Looks at once; answers what was told, if anything was. */
  look(): Promise<CapNotice | undefined>;
  close(): Promise<void>;
}

const QUIET_MS = 2_000;

/** Makes the keeper. */
export function createCapKeeper({ library, highlighted, ...options }: CapKeeperOptions): CapKeeper {
  const { catalogue } = library;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<unknown> = Promise.resolve();
  // Who was told that it does not fit need not hear it at every save.
  let toldOf: number | undefined;
  let isClosed = false;

  async function look(): Promise<CapNotice | undefined> {
    const { capBytes, capPolicy: policy } = library.settings();
    if (capBytes === null || library.isReadOnly || isClosed) return undefined;
    const holdings = await library.holdings();
    const isHighlighted = await highlighted();
    const { cap } = toStorage({ catalogue, holdings, capBytes, isHighlighted });
    const overBytes = cap?.overBytes ?? 0;
    if (overBytes === 0) {
      toldOf = undefined;
      return undefined;
    }
    const { copies, rows, freedBytes } = overLimit({ catalogue, holdings, isHighlighted }, overBytes);
    const notice = {
      policy,
      capBytes,
      overBytes,
      articles: rows.length,
      copies: copies.length,
      freedBytes,
      undo: null,
    };
    const nothingGoes = policy === 'warn' || rows.length + copies.length === 0;
    if (nothingGoes) {
      if (toldOf === capBytes) return undefined;
      toldOf = capBytes;
      options.tell(notice);
      return notice;
    }
    const { undo, failures } = await options.run([
      ...copies.map(({ id, saved }): BulkStep => ({ does: 'trashCopy', id, saved: new Date(saved).toISOString() })),
      ...rows.map((row): BulkStep => ({ does: 'remove', id: catalogue.idOf(row) })),
    ]);
    const failed = new Set(failures.map(({ id }) => id));
    const told = { ...notice, articles: rows.filter((row) => !failed.has(catalogue.idOf(row))).length, undo };
    options.tell(told);
    return told;
  }

  return {
    look,
    saved() {
      if (library.settings().capBytes === null || isClosed) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        looking = looking.then(look).catch(options.report);
      }, options.quietMs ?? QUIET_MS);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
