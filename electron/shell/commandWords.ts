// What the program was started with in; the words of the command line out, when it was started for that and not to show its window. Pure.
import { resolve } from 'node:path';
import { COMMAND_NAMES } from '../terminal/commandNames.ts';

const BEGINNINGS: ReadonlySet<string> = new Set([...COMMAND_NAMES, '--help', '-h']);

/**
 * The words as the command line reads them, beginning with what of its own stood before the command; `undefined` when the first word is none, so that
 * a file that is called like one is opened as `./list`. `appFolder` is what Electron itself was told to run, `null` in a package. Switches of Chromium may come before.
 */
export function commandWords(argv: readonly string[], appFolder: string | null): readonly string[] | undefined {
  const own: string[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (BEGINNINGS.has(word)) return [...own, ...argv.slice(at)];
    if (word === '--library') {
      own.push(word, argv[at + 1] ?? '');
      at += 1;
    } else if (word === '--json' || word.startsWith('--library=')) own.push(word);
    else if (!word.startsWith('-') && (appFolder === null || resolve(word) !== appFolder)) return undefined;
  }
  return undefined;
}
