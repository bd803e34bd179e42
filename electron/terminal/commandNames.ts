// The words that a command begins with. By themselves, because the app reads them at each start and the commands at none.
import type { Command } from './readCommand.ts';

/** All of them, as they are typed. */
export const COMMAND_NAMES = [
  'save',
  'import',
  'export',
  'backup',
  'restore',
  'extract',
  'list',
  'show',
  'related',
  'timeline',
  'search',
  'check',
  'verify',
  'help',
] as const satisfies readonly Command['name'][];
