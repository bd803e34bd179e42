// The records of what can be removed and taken back in; those that stand out. What was removed before the library was opened goes for good, once somebody asks.
import { AppError } from '#contract/errors.ts';
import type { Library } from '../store/library.ts';

/** The least that such a record has. `removed` is `null` while it stands. */
interface Removable<Id> {
  readonly id: Id;
  readonly removed: unknown;
}

/** Those that stand. All throw what the files throw. */
export interface StandingRecords<Id, R> {
  readonly records: () => Promise<readonly R[]>;
  /** Throws `not-found`. */
  readonly record: (id: Id) => Promise<R>;
}

/** Makes it over their files. `missing` is what is said of one that is not there. */
export function standingRecords<Id, R extends Removable<Id>>(
  files: { all(): Promise<readonly R[]>; erase(id: Id): Promise<void> },
  library: Pick<Library, 'isReadOnly'>,
  missing: string,
): StandingRecords<Id, R> {
  let opened: Promise<void> | undefined;

  async function open(): Promise<void> {
    const gone = (await files.all()).filter(({ removed }) => removed !== null);
    if (!library.isReadOnly) for (const { id } of gone) await files.erase(id);
  }

  async function records(): Promise<readonly R[]> {
    await (opened ??= open());
    return (await files.all()).filter(({ removed }) => removed === null);
  }

  return {
    records,
    async record(id) {
      const found = (await records()).find((each) => each.id === id);
      if (found === undefined) throw new AppError('not-found', missing);
      return found;
    },
  };
}
