// The same library from a terminal, without Electron. Exit codes: 0 done, 1 failed (one clear line on stderr), 2 wrong use.
import { AppError } from '#contract/errors.ts';
import { readCommand, USAGE, WrongUse } from './terminal/readCommand.ts';
import { runCommand } from './terminal/runCommand.ts';

async function main(argv: readonly string[]): Promise<number> {
  try {
    return await runCommand(readCommand(argv), `${__dirname}/extractWorker.cjs`);
  } catch (failure) {
    if (failure instanceof WrongUse) {
      process.stderr.write(`layover: ${failure.message}\n${USAGE}`);
      return 2;
    }
    const words = failure instanceof AppError ? failure.message : `a bug in Layover: ${String(failure)}`;
    process.stderr.write(`layover: ${words}\n`);
    return 1;
  }
}

// A closed pipe (`layover list | head`) is the reader's choice, not a failure.
process.stdout.on('error', (failure: NodeJS.ErrnoException) => process.exit(failure.code === 'EPIPE' ? 0 : 1));

async function start(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2));
}

void start();
