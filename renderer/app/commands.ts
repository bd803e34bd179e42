// Every command, in the order in which they are listed. Of two that are available and have the same key, the first wins.
import type { Command } from './command.ts';
import { articleCommands } from './commands/articleCommands.ts';
import { placeCommands } from './commands/placeCommands.ts';
import { readerCommands } from './commands/readerCommands.ts';
import { saveCommands } from './commands/saveCommands.ts';
import { sessionCommands } from './commands/sessionCommands.ts';
import { timelineCommands } from './commands/timelineCommands.ts';

/** All commands. */
export const COMMANDS: readonly Command[] = [
  ...timelineCommands,
  ...saveCommands,
  ...placeCommands,
  ...readerCommands,
  ...articleCommands,
  ...sessionCommands,
];

/** Runs the command of that name if there is one and it makes sense now. */
export function runCommand(id: string): void {
  const command = COMMANDS.find((each) => each.id === id);
  if (command?.isAvailable() === true) command.run();
}
