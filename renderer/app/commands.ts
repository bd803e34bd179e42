// Every command, in the order in which they are listed. Of two that are available and have the same key, the first wins.
import type { Command } from './command.ts';
import { articleCommands } from './commands/articleCommands.ts';
import { exportCommands } from './commands/exportCommands.ts';
import { lookUpCommands } from './commands/lookUpCommands.ts';
import { highlightCommands } from './commands/highlightCommands.ts';
import { libraryCommands } from './commands/libraryCommands.ts';
import { lookCommands } from './commands/lookCommands.ts';
import { feedCommands } from './commands/feedCommands.ts';
import { findCommands } from './commands/findCommands.ts';
import { folderCommands } from './commands/folderCommands.ts';
import { listeningCommands } from './commands/listeningCommands.ts';
import { outlineCommands } from './commands/outlineCommands.ts';
import { packingCommands } from './commands/packingCommands.ts';
import { placeCommands } from './commands/placeCommands.ts';
import { readerCommands } from './commands/readerCommands.ts';
import { readingCommands } from './commands/readingCommands.ts';
import { saveCommands } from './commands/saveCommands.ts';
import { sessionCommands } from './commands/sessionCommands.ts';
import { timelineCommands } from './commands/timelineCommands.ts';
import { tripCommands } from './commands/tripCommands.ts';
import { tripPackCommands } from './commands/tripPackCommands.ts';

const MOST_REMEMBERED = 20;

/** All commands. */
export const COMMANDS: readonly Command[] = [
  ...timelineCommands,
  // Before those that go on reading, as its keys are for the trip that is open.
  ...tripCommands,
  ...saveCommands,
  ...tripPackCommands,
  ...feedCommands,
  ...findCommands,
  ...placeCommands,
  ...libraryCommands,
  ...highlightCommands,
  ...lookCommands,
  // Before the reader's, as Shift and P are also a P.
  ...listeningCommands,
  ...outlineCommands,
  ...readerCommands,
  ...lookUpCommands,
  ...articleCommands,
  ...readingCommands,
  ...exportCommands,
  ...folderCommands,
  ...packingCommands,
  ...sessionCommands,
];

let latest: readonly string[] = [];

/** Names of the commands that were run in this session, the latest first. */
export function lastPerformed(): readonly string[] {
  return latest;
}

/** Runs a command and remembers that it was. */
export function perform({ id, run }: Command): void {
  latest = [id, ...latest.filter((each) => each !== id)].slice(0, MOST_REMEMBERED);
  run();
}

/** Runs the command of that name if there is one and it makes sense now. */
export function runCommand(id: string): void {
  const command = COMMANDS.find((each) => each.id === id);
  if (command?.isAvailable() === true) perform(command);
}
