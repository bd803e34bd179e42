// One JSON file held in memory through lowdb: changes in, durable changes out. Memory is never ahead of the file;
// changes asked for while a write is running go together into the next one, in the order they were asked for.
import { basename, dirname } from 'node:path';
import { Low } from 'lowdb';
import type { ReadOnlyReason } from '#contract/libraryInfo.ts';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { removeDays } from './dailyCopies.ts';
import { isAbsent, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { DurableJsonAdapter, type JsonFileOptions } from './jsonAdapter.ts';

interface Waiting<T> {
  readonly change: (value: T) => T;
  readonly resolve: (value: T) => void;
  readonly reject: (failure: unknown) => void;
}

/** A JSON file in use; made by `openJsonFile` or `holdJsonFile`. */
export class JsonFile<T extends object> {
  readonly #low: Low<T>;
  readonly #adapter: DurableJsonAdapter<T>;
  readonly #isReadOnly: boolean;
  readonly #waiting: Waiting<T>[] = [];
  #value: T;
  #flushing: Promise<void> | undefined;

  constructor(adapter: DurableJsonAdapter<T>, value: T, isReadOnly: boolean) {
    this.#adapter = adapter;
    this.#low = new Low(adapter, value);
    this.#isReadOnly = isReadOnly;
    this.#value = value;
  }

  /** The value as it stands on disk, never one that is still being written. Not to be changed in place. */
  get value(): T {
    return this.#value;
  }

  /** Takes up what other hands wrote there, which costs a look at its size and times when they wrote nothing; answers whether it is another value now. Throws `AppError('disk')`. */
  async refresh(): Promise<boolean> {
    const before = this.#value;
    // Among the changes, so that none that is asked for meanwhile misses what was taken up.
    await this.#enqueue((value) => value);
    return this.#value !== before;
  }

  /** What changes when anybody writes the file: of what was read or written last; `undefined` when it is not known. */
  get stamp(): string | undefined {
    return this.#adapter.stamp;
  }

  /**
   * Replaces the value by what `change` makes of it (of what other hands made of it meanwhile, when they did), and resolves with that when it is on disk. `change` must not alter its
   * argument; what it throws comes back from here and changes nothing.
   * Throws `AppError`: `disk` (nothing has changed), `locked` (opened for reading only).
   */
  update(change: (value: T) => T): Promise<T> {
    if (this.#isReadOnly) return Promise.reject(readOnlyError(null));
    return this.#enqueue(change);
  }

  /** Resolves when every change asked for so far is on disk or has failed. */
  async settled(): Promise<void> {
    while (this.#flushing !== undefined) await this.#flushing;
  }

  #enqueue(change: (value: T) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  async #flush(): Promise<void> {
    // One turn of patience lets changes asked for in the same breath share a write.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#writeBatch(this.#waiting.splice(0));
    this.#flushing = undefined;
  }

  async #writeBatch(batch: readonly Waiting<T>[]): Promise<void> {
    try {
      this.#value = (await this.#adapter.changedElsewhere()) ?? this.#value;
    } catch (failure) {
      for (const { reject } of batch) reject(failure);
      return;
    }
    let next = this.#value;
    const done: { readonly value: T; readonly item: Waiting<T> }[] = [];
    for (const item of batch) {
      try {
        next = item.change(next);
        done.push({ value: next, item });
      } catch (failure) {
        item.reject(failure);
      }
    }
    try {
      if (next !== this.#value) {
        this.#low.data = next;
        await this.#low.write();
        this.#value = next;
      }
      for (const { value, item } of done) item.resolve(value);
    } catch (failure) {
      this.#low.data = this.#value;
      for (const { item } of done) item.reject(failure);
    }
  }
}

/**
 * Opens a JSON file, mending it from its last good copy when it is damaged (told through `onRepair`). A file that does not
 * exist is not made before the first change. Throws `AppError`: `unreadable`, `not-found` (both only without an `initial` value), `disk`.
 */
export async function openJsonFile<T extends object>(file: string, options: JsonFileOptions<T>): Promise<JsonFile<T>> {
  const adapter = new DurableJsonAdapter(file, options);
  const value = (await adapter.read()) ?? options.initial?.();
  if (value === undefined) throw new AppError('not-found', `${basename(file)} is missing, and there is no copy of it.`);
  return new JsonFile(adapter, value, options.isReadOnly ?? false);
}

/** Writes a new JSON file and holds it; what was there before is replaced. Throws `AppError('disk')`. */
export async function createJsonFile<T extends object>(
  file: string,
  value: T,
  options: JsonFileOptions<T>,
): Promise<JsonFile<T>> {
  const adapter = new DurableJsonAdapter(file, options);
  await adapter.write(value);
  return new JsonFile(adapter, value, options.isReadOnly ?? false);
}

/** Takes up a JSON file whose value is known already, without reading it again; the value becomes the good copy at the next change. */
export function holdJsonFile<T extends object>(file: string, value: T, options: JsonFileOptions<T>): JsonFile<T> {
  return new JsonFile(new DurableJsonAdapter(file, options, value), value, options.isReadOnly ?? false);
}

/** Removes a JSON file with its copy, for good; one that is not there is no failure. `problem` begins what is said. Throws `AppError('disk')`. */
export async function removeJsonFile(disk: Disk, file: string, problem: string): Promise<void> {
  try {
    // The copy first: it alone would bring it back.
    await removeDays(disk, file);
    await disk.remove(`${file}.bak`);
    await disk.remove(file);
    await disk.syncFolder(dirname(file));
  } catch (failure) {
    if (!isAbsent(failure)) throw toDiskError(failure, problem);
  }
}

/** The error of every change to a library that was opened for reading only; `null` where it is not known why. */
export function readOnlyError(because: ReadOnlyReason | null): AppError {
  if (because === null)
    return new AppError('locked', 'This library was opened for reading only, so nothing was changed.');
  return because === 'disk'
    ? new AppError(
        'locked',
        'This library was opened for reading only, because its disk can only be read. Nothing was changed. Make the disk writable, or copy the library to another one, then open it again.',
        { detail: detail('readOnlyDisk') },
      )
    : new AppError(
        'locked',
        'This library was opened for reading only, so nothing was changed. Close the other Layover that is using it, then open it again.',
      );
}
