// The command line's words made into a command; what does not fit is `WrongUse`.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AXES, type Axis } from '#contract/post.ts';
import { isPostDate, type Day } from '#contract/dates.ts';

/** How the command line is used, as printed. */
export const USAGE = `Use: layover [--library DIR] COMMAND [--json]
  save ADDRESS|FILE|- …         save pages, files, or standard input
  extract FILE|- [--url U]      print the article in a file, saving nothing
  extract --batch               JSON lines {id,url,html_path} in, one answer a line out
  list                          all saved articles, newest first
  show ID                       one article as text
  related ID                    its related posts
  timeline --by added|updated|published|saved [--from DAY] [--to DAY]
  search QUERY                  find in titles and text
`;

/** The person's words do not make a command. The message says which. */
export class WrongUse extends Error {}

/** A command with what it needs. */
export type Command = { readonly library: string | undefined; readonly isJson: boolean } & (
  | { readonly name: 'save'; readonly sources: readonly string[] }
  | { readonly name: 'extract'; readonly file: string; readonly url: string | null }
  | { readonly name: 'batch' }
  | { readonly name: 'list' }
  | { readonly name: 'show' | 'related'; readonly id: string }
  | { readonly name: 'timeline'; readonly axis: Axis; readonly from: Day | undefined; readonly to: Day | undefined }
  | { readonly name: 'search'; readonly query: string }
  | { readonly name: 'help' }
);

const OPTIONS = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  url: { type: 'string' },
  batch: { type: 'boolean' },
  by: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Which options belong to which command; any other is wrong use rather than quietly ignored. */
const OWN_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  extract: ['url', 'batch'],
  timeline: ['by', 'from', 'to'],
};
const COMMON_OPTIONS = ['library', 'json', 'help'];

/** Reads the words after the program's name. Throws `WrongUse`. */
export function readCommand(argv: readonly string[]): Command {
  const { values, positionals } = parsed(argv);
  const [name, ...rest] = positionals;
  const common = { library: values.library, isJson: values.json ?? false };
  if (values.help === true || name === 'help') return { ...common, name: 'help' };
  if (name === undefined) throw new WrongUse('a command is missing.');
  const allowed = [...COMMON_OPTIONS, ...(OWN_OPTIONS[name] ?? [])];
  const stray = Object.keys(values).find((option) => !allowed.includes(option));
  if (stray !== undefined) throw new WrongUse(`--${stray} does not go with ${name}.`);
  switch (name) {
    case 'save':
      if (rest.length === 0) throw new WrongUse('save needs an address, a file, or - for standard input.');
      return { ...common, name, sources: rest };
    case 'extract':
      if (values.batch === true) return nothingMore({ ...common, name: 'batch' }, rest);
      return {
        ...common,
        name,
        file: one(rest, 'extract needs one file, or - for standard input.'),
        url: values.url ?? null,
      };
    case 'list':
      return nothingMore({ ...common, name }, rest);
    case 'show':
    case 'related':
      return { ...common, name, id: one(rest, `${name} needs the ID of one article; \`layover list\` shows them.`) };
    case 'timeline':
      return nothingMore({ ...common, name, axis: axis(values.by), from: day(values.from), to: day(values.to) }, rest);
    case 'search':
      if (rest.length === 0) throw new WrongUse('search needs something to look for.');
      return { ...common, name, query: rest.join(' ') };
    default:
      throw new WrongUse(`there is no command "${name}".`);
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (failure) {
    throw new WrongUse(failure instanceof Error ? failure.message : String(failure));
  }
}

function one(words: readonly string[], otherwise: string): string {
  const [only, ...more] = words;
  if (only === undefined || more.length > 0) throw new WrongUse(otherwise);
  return only;
}

function nothingMore<T>(command: T, words: readonly string[]): T {
  if (words[0] !== undefined) throw new WrongUse(`"${words[0]}" is one word too many.`);
  return command;
}

function axis(text: string | undefined): Axis {
  const found = AXES.find((each) => each === text);
  if (found === undefined) throw new WrongUse(`--by takes one of ${AXES.join(', ')}.`);
  return found;
}

function day(text: string | undefined): Day | undefined {
  if (text !== undefined && !(text.length === 10 && isPostDate(text)))
    throw new WrongUse(`"${text}" is not a day; write YYYY-MM-DD.`);
  return text;
}
