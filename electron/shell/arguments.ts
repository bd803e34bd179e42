// What the app was started with: `--library DIR`, `--portable`, and addresses or files to save.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An address to save, or the path of a file. */
export type Wish = { readonly address: string } | { readonly path: string };

/** The app's own arguments. */
export interface Arguments {
  /** Absolute path of the library folder, when one was named. */
  readonly library: string | undefined;
  /** Whether library and profile are to lie beside the program. */
  readonly isPortable: boolean;
  /** Whether a library that another machine has not closed is to be opened all the same. */
  readonly takesOver: boolean;
  /** What it is to begin with; `undefined` for nothing in particular. */
  readonly task: Task | undefined;
  /** What is to be taken in. A name that is no file and no address is passed over. Reads no file. */
  readonly wishes: () => Promise<readonly Wish[]>;
  /** Whether anything was asked for: an address, a file, a link of another program. Reads no file. */
  readonly isWish: () => Promise<boolean>;
}

const JOINED = '--library=';
/** Holds for the start it is given to alone. */
const TAKE_OVER = '--take-over';
/** What the app can be asked to begin with. */
export const TASKS = ['new-save', 'queue', 'next-trip'] as const;
/** One of them, on the command line behind two dashes. */
export type Task = (typeof TASKS)[number];
const ONCE: ReadonlySet<string> = new Set([TAKE_OVER, ...TASKS.map((task) => `--${task}`)]);

/** Reads the command line of Electron, which mixes its own switches and the app's folder with what the person typed. */
export function readArguments(argv: readonly string[]): Arguments {
  const at = argv.indexOf('--library');
  const joined = argv.find((value) => value.startsWith(JOINED))?.slice(JOINED.length);
  const named = at === -1 ? joined : argv[at + 1];
  const words = argv.slice(1).filter((value, i) => !value.startsWith('-') && (at === -1 || i + 1 !== at + 1));
  const rest = words.map(toPath);
  return {
    library: named === undefined || named === '' ? undefined : resolve(named),
    isPortable: argv.includes('--portable'),
    takesOver: argv.includes(TAKE_OVER),
    task: TASKS.find((task) => argv.includes(`--${task}`)),
    wishes: async () => (await Promise.all(rest.map(toWish))).filter((wish) => wish !== undefined),
    isWish: async () => (await Promise.all(rest.map(isWish))).includes(true),
  };
}

/** Linux desktops name the files that are to be opened by their address. */
function toPath(value: string): string {
  if (!/^file:\/\//i.test(value)) return value;
  try {
    return fileURLToPath(value);
  } catch {
    // A file of another machine, or no address after all: no file of that name is found either.
    return value;
  }
}

async function toWish(value: string): Promise<Wish | undefined> {
  if (/^https?:\/\//i.test(value)) return { address: value };
  return (await isFile(value)) ? { path: value } : undefined;
}

async function isWish(value: string): Promise<boolean> {
  return /^(?:https?|layover):/i.test(value) || isFile(value);
}

function isFile(value: string): Promise<boolean> {
  return stat(value).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

/**
 * What the app is to be started with once more: its switches and, where that is named, its own folder; not what was to be taken in, which was, nor what
 * held for one start.
 */
export function argumentsAgain(argv: readonly string[], appFolder: string | null): readonly string[] {
  const words = argv.slice(1);
  return words.filter((value, at) => {
    if (value.startsWith('--')) return !ONCE.has(value);
    return words[at - 1] === '--library' || (appFolder !== null && resolve(value) === appFolder);
  });
}
