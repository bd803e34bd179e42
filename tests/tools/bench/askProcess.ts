// A program of the benchmark and one message in; the one message it answers out. Refuses a program that ends without an answer.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Runs the program in a process of its own, with the memory limits that Node sets by itself. */
export async function askProcess(program: string, args: readonly string[], request?: object): Promise<unknown> {
  const path = join(process.env['QUALITY_PROGRAMS'] ?? '', `${program}.mjs`);
  const child = fork(path, args, { execArgv: ['--enable-source-maps'] });
  const ended = once(child, 'exit');
  if (request !== undefined) child.send(request);
  const answers: unknown[] = [];
  child.on('message', (message) => answers.push(message));
  await ended;
  if (answers.length === 0) throw new Error(`${program} ended without an answer`);
  return answers[0];
}
