// Starts the child program, bundled once for each worker, and reads what it says until it is killed.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { buildProgram } from '../../helpers/buildProgram.ts';
import type { ChildLine } from './childLine.ts';

const lineSchema = v.union([
  v.object({ says: v.literal('open') }),
  v.object({
    says: v.picklist(['asks', 'has']),
    change: v.picklist(['add', 'update', 'replace', 'remove']),
    id: v.exactOptional(v.string()),
    title: v.string(),
  }),
]);

/** A child at work. */
export interface Child {
  readonly pid: number;
  /** All it has said so far. */
  readonly lines: readonly ChildLine[];
  /** Resolves when it has opened the library; rejects with what it wrote on standard error when it ends before. */
  readonly opened: Promise<void>;
  /** Resolves when it has said so many lines. */
  said(count: number): Promise<void>;
  /** Lets it do nothing more, as it is; what it had said before may still be read. */
  stop(): void;
  /** Kills it without warning and resolves when everything it had said was read. */
  kill(): Promise<void>;
}

/** What the program does: opens only, works on, or (which is wrong, so that the check of it can be checked) acknowledges a change before it is made. */
export type ChildMode = 'work' | 'hold' | 'hasty';

/** Bundles the program into a new folder; answers its file. */
export async function buildChild(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'layover-child-')), 'child.cjs');
  await buildProgram('tests/unit/store/childProgram.ts', file);
  return file;
}

/** Starts the program on a library. */
export function startChild(program: string, folder: string, seed: number, mode: ChildMode): Child {
  const child: ChildProcess = spawn(process.execPath, [program, folder, String(seed), mode], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: ChildLine[] = [];
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const output = createInterface({ input: child.stdout ?? process.stdin });
  // What it said was read, and the process is gone: its files are closed before that.
  const ended = Promise.all([once(output, 'close'), once(child, 'exit')]);
  const opened = new Promise<void>((resolve, reject) => {
    output.on('line', (text) => {
      const line = v.parse(lineSchema, JSON.parse(text));
      lines.push(line);
      if (line.says === 'open') resolve();
    });
    child.once('exit', () => reject(new Error(`the child ended: ${complaint}`)));
  });
  return {
    pid: child.pid ?? 0,
    lines,
    opened,
    async said(count) {
      while (lines.length < count) await once(output, 'line');
    },
    stop: () => void child.kill('SIGSTOP'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
