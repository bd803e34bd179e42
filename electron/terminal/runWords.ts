// The words of the command line in; the exit code out, and what went wrong in one clear line on stderr: 0 done, 1 failed, 2 wrong use.
import { AppError } from '#contract/errors.ts';
import { readCommand, USAGE, WrongUse, type Command } from './readCommand.ts';

/** Reads them and has the command run. Never rejects. */
export async function runWords(words: readonly string[], run: (command: Command) => Promise<number>): Promise<number> {
  try {
    return await run(readCommand(words));
  } catch (failure) {
    if (failure instanceof WrongUse) {
      process.stderr.write(`layover: ${failure.message}\n${USAGE}`);
      return 2;
    }
    const said = failure instanceof AppError ? failure.message : `a bug in Layover: ${String(failure)}`;
    process.stderr.write(`layover: ${said}\n`);
    return 1;
  }
}
