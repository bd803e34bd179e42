// The command line's program and its words in; its standard streams joined with those of the process, and its exit code for whoever waits without turning,
// out. Runs in a thread of the packaged program, whose main thread stands still meanwhile; the program runs in one below, so that it can break without a word.
import { createReadStream, fstatSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { isatty, ReadStream, WriteStream } from 'node:tty';
import { Worker, workerData } from 'node:worker_threads';
import type { Readable } from 'node:stream';

/** What it is begun with. */
export interface CommandThreadData {
  /** `cli.cjs`. */
  readonly program: string;
  readonly words: readonly string[];
  /** The library's folder when none is named. */
  readonly usual: string;
  /** Gets 1 when all is over, and the exit code beside it. */
  readonly ended: Int32Array;
}

/** What the program is begun with: the library's folder, and how wide the terminal is that its progress is shown on, `null` for none. */
export interface CommandData {
  readonly usual: string;
  readonly columns: number | null;
}

function run({ program, words, usual, ended }: CommandThreadData): void {
  const end = (code: number): void => {
    ended[1] = code;
    Atomics.store(ended, 0, 1);
    Atomics.notify(ended, 0);
  };
  process.on('uncaughtException', (bug) => {
    say(`layover: a bug in Layover: ${String(bug)}\n`);
    end(1);
  });
  const data: CommandData = { usual, columns: isatty(2) ? new WriteStream(2).columns : null };
  const command = new Worker(program, { argv: [...words], workerData: data, stdin: true, stdout: true, stderr: true });
  if (command.stdin !== null) standardInput().pipe(command.stdin);
  // A closed pipe (`layover list | head`) is the reader's choice, not a failure.
  command.stdout.on('data', (bytes: Uint8Array) => isWritten(1, bytes) || end(0));
  command.stderr.on('data', (bytes: Uint8Array) => isWritten(2, bytes) || end(1));
  command.on('error', (bug) => say(`layover: a bug in Layover: ${String(bug)}\n`));
  command.on('exit', end);
}

function say(words: string): void {
  isWritten(2, Buffer.from(words));
}

/** Writes all of it before it answers, since the process ends without looking back; `false` when nobody reads any more. */
function isWritten(descriptor: number, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (failure) {
      if (!(failure instanceof Error && Reflect.get(failure, 'code') === 'EAGAIN')) return false;
      // The reader of a pipe that does not wait is slower than we are.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
  return true;
}

const PAUSE_MS = 5;

/** A file is read by the system's threads; a pipe or a terminal must not be, since the process would wait for what never comes when it ends. */
function standardInput(): Readable {
  if (isatty(0)) return new ReadStream(0);
  const kind = fstatSync(0);
  return kind.isFIFO() || kind.isSocket() ? new Socket({ fd: 0 }) : createReadStream('', { fd: 0 });
}

run(workerData);
