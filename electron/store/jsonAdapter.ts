// lowdb's two-method adapter, durable: a JSON file in, a checked value out, and back. Keeps the last good copy (`NAME.bak`) and
// never loses bytes it could not understand (`NAME.damaged-INSTANT`). Refuses what `parse` refuses, on reading and on writing.
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { AppError } from '#contract/errors.ts';
import { dayOf, keepDay, listDays } from './dailyCopies.ts';
import { errorNameOf, isAbsent, nodeDisk, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { removeQuietly, renamePatiently, tempName, writeDurably } from './durableFile.ts';

/** What was found damaged and how it was mended. */
export interface Repair {
  /** Name of the file. */
  readonly name: string;
  /** What happened, for a person. */
  readonly reason: string;
  /** Name under which the damaged bytes are kept; `null` when they were gone or could not be moved. */
  readonly keptAs: string | null;
}

/** How a JSON file is read and written. */
export interface JsonFileOptions<T extends object> {
  /** Checks what was read or is to be written; throws on anything wrong. */
  readonly parse: (json: unknown) => T;
  /** The value when there is neither a file nor a good copy; without it, that is an error. */
  readonly initial?: () => T;
  readonly now: () => Date;
  readonly disk?: Disk;
  /** Folder on the same disk for temporary files. */
  readonly tempFolder?: string;
  /** Touches nothing on the disk, not even to mend it. */
  readonly isReadOnly?: boolean;
  readonly onRepair?: (repair: Repair) => void;
  /** Keeps copies of days beside the last good one; see `dailyCopies.ts`. */
  readonly keepsDays?: boolean;
  /**
   * The file is written, if at all, right after it was read: what was read then becomes the good copy by a second name, which writes no bytes. Not
   * for a file that is held, since other hands may damage it meanwhile.
   */
  readonly isWrittenAtOnce?: boolean;
  /**
   * Whether what other hands wrote there is a state of the same thing. What is something else under the same name is put aside (`NAME.conflict-INSTANT`)
   * before the file is written, and not taken up.
   */
  readonly isSameThing?: (here: T, there: T) => boolean;
}

type Found<T> =
  | { readonly state: 'good'; readonly value: T; readonly text: string }
  | { readonly state: 'absent' }
  | { readonly state: 'damaged'; readonly reason: string };

/** The text of a value as it stands on disk. */
export function toJsonText(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/**
 * Reads and writes one JSON file for lowdb. The good copy is only ever made from text that was read and checked, or that was written here.
 * `read` answers `null` when there is nothing to read and an `initial` value is given. Throws `AppError`: `not-found` (no file, no
 * copy, no initial value), `unreadable` (damaged, no good copy, no initial value; the file is left as it is), `disk`.
 */
export class DurableJsonAdapter<T extends object> implements Adapter<T> {
  readonly #file: string;
  readonly #options: JsonFileOptions<T>;
  readonly #disk: Disk;
  #lastGood: string | undefined;
  #mustKeepAside = false;
  #keptDay: string | undefined;
  /** Of the file as it was read or written last; `undefined` when that is not known. */
  #stamp: string | undefined;
  /** Whether the file itself, and not its copy, is what was read last. */
  #isAsRead = false;

  constructor(file: string, options: JsonFileOptions<T>, lastGood?: T) {
    this.#file = file;
    this.#options = options;
    this.#disk = options.disk ?? nodeDisk;
    this.#lastGood = lastGood === undefined ? undefined : toJsonText(lastGood);
  }

  /** See `JsonFile`. */
  get stamp(): string | undefined {
    return this.#stamp;
  }

  async read(): Promise<T | null> {
    this.#stamp = await this.#stampNow();
    const main = await this.#find(this.#file);
    if (main.state === 'good') {
      this.#lastGood = main.text;
      this.#isAsRead = true;
      return main.value;
    }
    const copy = await this.#find(this.#copyName);
    if (copy.state === 'good') {
      this.#lastGood = copy.text;
      await this.#restore(main, copy.text, 'the last good copy is used');
      return copy.value;
    }
    const daily = await this.#findDaily();
    if (daily !== undefined) {
      this.#lastGood = daily.text;
      await this.#restore(main, daily.text, `the copy of ${daily.day} is used; what was changed since is lost`);
      return daily.value;
    }
    if (this.#options.initial === undefined) throw this.#unreadable(main);
    if (main.state === 'damaged') {
      this.#mustKeepAside = true;
      this.#report(
        `${this.#name} ${main.reason}, and there was no good copy, so it starts anew.`,
        await this.#tryKeepAside(),
      );
    }
    return null;
  }

  async write(data: T): Promise<void> {
    this.#options.parse(data);
    const text = toJsonText(data);
    if (this.#mustKeepAside) await this.#keepAside();
    const options = {
      disk: this.#disk,
      ...(this.#options.tempFolder === undefined ? {} : { tempFolder: this.#options.tempFolder }),
    };
    const isLinked = this.#isAsRead && this.#options.isWrittenAtOnce === true && (await this.#linkCopy());
    this.#isAsRead = false;
    if (this.#lastGood !== undefined && !isLinked) {
      await writeDurably(this.#copyName, this.#lastGood, { ...options, skipsFolderSync: true });
    }
    if (this.#lastGood !== undefined && this.#options.keepsDays === true)
      await this.#keepDay(this.#lastGood).catch(ignoreDisk);
    await writeDurably(this.#file, text, options);
    this.#lastGood = text;
    this.#stamp = await this.#stampNow();
  }

  /**
   * What other hands, such as a program that keeps folders the same on two machines, made of the file since it was read or written here; `undefined`
   * when it is as it was, is gone or is damaged. Reads it only when it is another file than it was. Throws `AppError('disk')`.
   */
  async changedElsewhere(): Promise<T | undefined> {
    // What is written right after it was read leaves others no time.
    if (this.#options.isWrittenAtOnce === true) return undefined;
    const stamp = await this.#stampNow();
    if (stamp === undefined || stamp === this.#stamp) return undefined;
    const found = await this.#find(this.#file);
    if (found.state !== 'good') return undefined;
    this.#stamp = stamp;
    if (found.text === this.#lastGood) return undefined;
    if (this.#lastGood !== undefined && this.#options.isSameThing !== undefined) {
      const here = this.#options.parse(JSON.parse(this.#lastGood));
      if (!this.#options.isSameThing(here, found.value)) {
        await this.#putAside();
        return undefined;
      }
    }
    this.#lastGood = found.text;
    return found.value;
  }

  /** A stamp that cannot be had costs no more than a look at the file. */
  async #stampNow(): Promise<string | undefined> {
    if (this.#options.isWrittenAtOnce === true) return undefined;
    try {
      return await this.#disk.stampOf(this.#file);
    } catch (failure) {
      if (errorNameOf(failure) === undefined) throw failure;
      return undefined;
    }
  }

  async #putAside(): Promise<void> {
    const [, stem = this.#name, ending = ''] = /^(.+?)(\.[^.]+)$/.exec(this.#name) ?? [];
    const instant = this.#options.now().toISOString().replace(/[-:.]/g, '');
    try {
      await renamePatiently(this.#disk, this.#file, join(dirname(this.#file), `${stem}.conflict-${instant}${ending}`));
    } catch (failure) {
      throw toDiskError(failure, 'What another machine wrote could not be put aside');
    }
  }

  /** The newest copy of a day that can be read, after both the file and its good copy could not. */
  async #findDaily(): Promise<{ readonly day: string; readonly value: T; readonly text: string } | undefined> {
    if (this.#options.keepsDays !== true) return undefined;
    for (const { day, file } of await listDays(this.#disk, this.#file)) {
      const found = await this.#find(file);
      if (found.state === 'good') return { day, value: found.value, text: found.text };
    }
    return undefined;
  }

  /** Once a day, before the first change of it; a process looks into the folder once a day at most. */
  async #keepDay(good: string): Promise<void> {
    const day = dayOf(this.#options.now());
    if (day === this.#keptDay) return;
    await keepDay({ disk: this.#disk, file: this.#file, day, text: good, tempFolder: this.#options.tempFolder });
    this.#keptDay = day;
  }

  get #name(): string {
    return basename(this.#file);
  }

  get #copyName(): string {
    return `${this.#file}.bak`;
  }

  /** Where the disk knows no second names the copy has to be written. */
  async #linkCopy(): Promise<boolean> {
    const temp = join(this.#options.tempFolder ?? dirname(this.#file), tempName(basename(this.#copyName)));
    try {
      await this.#disk.link(this.#file, temp);
      await renamePatiently(this.#disk, temp, this.#copyName);
      // Where the copy is this very file already, as after a write that failed, the system renames nothing and leaves the second name.
      await removeQuietly(this.#disk, temp);
      return true;
    } catch (failure) {
      if (errorNameOf(failure) === undefined) throw failure;
      await removeQuietly(this.#disk, temp);
      return false;
    }
  }

  async #find(file: string): Promise<Found<T>> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#disk.read(file);
    } catch (failure) {
      if (isAbsent(failure)) return { state: 'absent' };
      // A bad sector, a folder or a link in the file's place: the content is as lost as when it were torn.
      if (['EIO', 'EISDIR', 'ELOOP'].includes(errorNameOf(failure) ?? '')) {
        return { state: 'damaged', reason: 'could not be read from the disk' };
      }
      throw toDiskError(failure, 'The library could not be read');
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return { state: 'good', value: this.#options.parse(JSON.parse(text)), text };
    } catch (failure) {
      if (failure instanceof AppError) throw failure;
      return { state: 'damaged', reason: bytes.byteLength === 0 ? 'was empty' : 'was damaged' };
    }
  }

  async #restore(main: Found<T>, text: string, how: string): Promise<void> {
    const reason = main.state === 'damaged' ? main.reason : 'was missing';
    this.#mustKeepAside = main.state === 'damaged';
    const keptAs = await this.#tryKeepAside();
    this.#report(`${this.#name} ${reason}; ${how}.`, keptAs);
    if (this.#options.isReadOnly || this.#mustKeepAside) return;
    await writeDurably(this.#file, text, {
      disk: this.#disk,
      ...(this.#options.tempFolder === undefined ? {} : { tempFolder: this.#options.tempFolder }),
    });
  }

  #unreadable(main: Found<T>): AppError {
    if (main.state === 'damaged') {
      return new AppError(
        'unreadable',
        `${this.#name} ${main.reason.replace('was', 'is')}, and there is no good copy. It was left as it is.`,
      );
    }
    return new AppError('not-found', `${this.#name} is missing, and there is no copy of it.`);
  }

  /** Moves the damaged file away; when that fails, `write` must do it before it may replace the file. */
  async #tryKeepAside(): Promise<string | null> {
    if (!this.#mustKeepAside || this.#options.isReadOnly) return null;
    try {
      return await this.#keepAside();
    } catch (failure) {
      if (failure instanceof AppError && failure.code === 'disk') return null;
      throw failure;
    }
  }

  async #keepAside(): Promise<string> {
    const instant = this.#options.now().toISOString().replaceAll(':', '-');
    try {
      for (let attempt = 1; ; attempt += 1) {
        const aside = `${this.#file}.damaged-${instant}${attempt === 1 ? '' : `-${attempt}`}`;
        if ((await this.#disk.sizeOf(aside)) !== undefined) continue;
        await renamePatiently(this.#disk, this.#file, aside);
        this.#mustKeepAside = false;
        return basename(aside);
      }
    } catch (failure) {
      throw toDiskError(failure, 'A damaged file could not be put aside');
    }
  }

  #report(reason: string, keptAs: string | null): void {
    this.#options.onRepair?.({ name: this.#name, reason, keptAs });
  }
}

/** A copy of a day that could not be made hinders no change: the last good copy is there. */
function ignoreDisk(failure: unknown): void {
  if (errorNameOf(failure) === undefined && !(failure instanceof AppError && failure.code === 'disk')) throw failure;
}
