// The built command line, run as a program in a process of its own.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a run came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PROGRAM = resolve(import.meta.dirname, '../../out/cli.cjs');

/**
 * Runs `layover` with these words to its end; `input` goes to its standard input, and no file it writes may be larger than `mostBlocks` blocks of
 * the system's shell. Never rejects for what the program does.
 */
export function layover(words: readonly string[], input: string | Uint8Array = '', mostBlocks?: number): Promise<Run> {
  if (!existsSync(PROGRAM)) throw new Error('out/cli.cjs is not built; run the tests with `npm test`.');
  const command = [process.execPath, PROGRAM, ...words];
  return runToEnd(
    mostBlocks === undefined
      ? spawn(process.execPath, command.slice(1))
      : spawn('sh', ['-c', `ulimit -f ${mostBlocks}; exec "$@"`, 'sh', ...command]),
    input,
  );
}

/** What a program came to; `null` leaves its input open. */
export function runToEnd(child: ChildProcessWithoutNullStreams, input: string | Uint8Array | null): Promise<Run> {
  return new Promise((done, failed) => {
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
    // A program that ends early closes its input; what it then says is what the test is about.
    child.stdin.on('error', () => child.stdin.destroy());
    if (input !== null) child.stdin.end(input);
  });
}
