// The same library from a terminal, without Electron: as a program of Node, or in a thread of the packaged one. Exit codes: see `terminal/runWords.ts`.
import { workerData } from 'node:worker_threads';
import { defaultLibraryFolder } from './library/libraryFolder.ts';
import type { CommandData } from './terminal/commandThread.ts';
import { runCommand } from './terminal/runCommand.ts';
import { runWords } from './terminal/runWords.ts';

// A closed pipe (`layover list | head`) is the reader's choice, not a failure.
process.stdout.on('error', (failure: NodeJS.ErrnoException) => process.exit(failure.code === 'EPIPE' ? 0 : 1));

async function start(given: CommandData | null): Promise<void> {
  // A thread's streams do not know of the terminal that they lead to.
  if (given !== null && given.columns !== null) Object.assign(process.stderr, { isTTY: true, columns: given.columns });
  const usual = given?.usual ?? defaultLibraryFolder(process.env, process.platform);
  const workerFile = `${__dirname}/extractWorker.cjs`;
  process.exitCode = await runWords(process.argv.slice(2), (command) => runCommand(command, { workerFile, usual }));
}

void start(workerData);
