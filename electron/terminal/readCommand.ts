// The command line's words made into a command; what does not fit is `WrongUse`.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { isPostDate, type PostDate } from '#contract/dates.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#contract/exporting.ts';
import { LIBRARY_FORMS, type LibraryForm } from '#contract/libraryExport.ts';
import { AXES, POST_KINDS, POST_STATES, type Axis, type TimelineFilter } from '#contract/post.ts';

/** How the command line is used, as printed. */
export const USAGE = `Use: layover [--library DIR] COMMAND [--json]
  save ADDRESS|FILE|- … [--private]
                                save pages, files, or standard input; a trip pack is joined with this library. With
                                --private, what is in your own network may be asked, now and from now on
  import FILE|FOLDER … [--preview] [--feeds]
                                bring along what another program exported, and follow the feeds it names; what has
                                no text is fetched by the app. A library or backup of Layover is joined with this one
  export FILE --as epub|markdown|html|json|csv|bookmarks|opml [--view NAME | --query QUERY | --id ID …]
                                all articles, or some, in a file; as Markdown, and several as HTML, in a new folder of
                                this name, or in an archive if it ends with .zip. Only the app can write PDF
  backup FILE                   everything in one file, which is read back before it counts
  restore FILE                  join a backup, a trip pack, or an export as JSON, with this library
  extract FILE|- [--url U]      print the article in a file, saving nothing
  extract --batch               JSON lines {id,url,html_path} in, one answer a line out
  list [QUERY]                  saved articles, newest first: all, or those that fit, as site:a.example tag:boats
  show ID                       one article as text
  related ID [--minutes N]      its related posts, or the best of them to save for so many minutes
  related ID --similar          saved articles that share its rare words
  timeline --by added|updated|published|saved [--from DATE] [--to DATE]
      [--kind KIND] [--state STATE] [--site HOST] [--list ID] [--text WORDS]
      [--format ics|csv|json|html]
                                every post that is known, newest first
  search QUERY                  find in titles and text
  verify [--repair]             read everything, kept versions and the trash too, and tell what is not as it was saved;
                                with --repair also link pictures again, move articles and kept versions that cannot be
                                read into the folder aside/, and make the catalogue and the index anew. Fetches nothing;
                                Ctrl+C ends it with what was found so far. 0 when all is whole, 1 when something is not
  check --trip NAME             open every article of a trip without a network; 0 only when all are ready
`;

/** The person's words do not make a command. The message says which. */
export class WrongUse extends Error {}

/** A command with what it needs. */
export type Command = { readonly library: string | undefined; readonly isJson: boolean } & (
  | { readonly name: 'save'; readonly sources: readonly string[]; readonly allowsPrivate: boolean }
  | {
      readonly name: 'import';
      readonly paths: readonly string[];
      readonly isPreview: boolean;
      readonly follows: boolean;
    }
  | { readonly name: 'export'; readonly file: string; readonly form: LibraryForm; readonly of: ExportChoice }
  | { readonly name: 'backup'; readonly file: string }
  | { readonly name: 'restore'; readonly file: string }
  | { readonly name: 'extract'; readonly file: string; readonly url: string | null }
  | { readonly name: 'batch' }
  | { readonly name: 'list'; readonly query: string }
  | { readonly name: 'show'; readonly id: string }
  | {
      readonly name: 'related';
      readonly id: string;
      readonly minutes: number | undefined;
      readonly isSimilar: boolean;
    }
  | {
      readonly name: 'timeline';
      readonly axis: Axis;
      readonly filter: TimelineFilter;
      readonly format: ExportFormat | undefined;
    }
  | { readonly name: 'search'; readonly query: string }
  | { readonly name: 'check'; readonly trip: string }
  | { readonly name: 'verify'; readonly repairs: boolean }
  | { readonly name: 'help' }
);

/** Which articles are exported; IDs as they were typed. */
export type ExportChoice =
  | 'library'
  | { readonly view: string }
  | { readonly query: string }
  | { readonly ids: readonly string[] };

const OPTIONS = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  url: { type: 'string' },
  batch: { type: 'boolean' },
  by: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  kind: { type: 'string', multiple: true },
  state: { type: 'string', multiple: true },
  site: { type: 'string', multiple: true },
  list: { type: 'string', multiple: true },
  text: { type: 'string' },
  format: { type: 'string' },
  minutes: { type: 'string' },
  similar: { type: 'boolean' },
  preview: { type: 'boolean' },
  private: { type: 'boolean' },
  trip: { type: 'string' },
  feeds: { type: 'boolean' },
  as: { type: 'string' },
  view: { type: 'string' },
  query: { type: 'string' },
  id: { type: 'string', multiple: true },
  repair: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** Which options belong to which command; any other is wrong use rather than quietly ignored. */
const OWN_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  save: ['private'],
  import: ['preview', 'feeds'],
  check: ['trip'],
  verify: ['repair'],
  export: ['as', 'view', 'query', 'id'],
  extract: ['url', 'batch'],
  related: ['minutes', 'similar'],
  timeline: ['by', 'from', 'to', 'kind', 'state', 'site', 'list', 'text', 'format'],
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
      return { ...common, name, sources: rest, allowsPrivate: values.private ?? false };
    case 'import':
      if (rest.length === 0) throw new WrongUse('import needs a file or a folder.');
      return { ...common, name, paths: rest, isPreview: values.preview ?? false, follows: values.feeds ?? false };
    case 'export':
      return {
        ...common,
        name,
        file: one(rest, 'export needs the name of one file to write.'),
        form: formOfLibrary(values.as),
        of: choiceOf(values),
      };
    case 'backup':
      return { ...common, name, file: one(rest, 'backup needs the name of one file to write.') };
    case 'restore':
      return { ...common, name, file: one(rest, 'restore needs one backup, or one export as JSON.') };
    case 'extract':
      if (values.batch === true) return nothingMore({ ...common, name: 'batch' }, rest);
      return {
        ...common,
        name,
        file: one(rest, 'extract needs one file, or - for standard input.'),
        url: values.url ?? null,
      };
    case 'list':
      return { ...common, name, query: rest.join(' ') };
    case 'show':
      return { ...common, name, id: articleNamed(name, rest) };
    case 'related': {
      const { minutes, similar: isSimilar = false } = values;
      return { ...common, name, id: articleNamed(name, rest), minutes: wholeMinutes(minutes), isSimilar };
    }
    case 'timeline':
      return nothingMore(
        {
          ...common,
          name,
          axis: oneOf(AXES, '--by', values.by),
          filter: filterOf(values),
          format: formatOf(values.format),
        },
        rest,
      );
    case 'search':
      if (rest.length === 0) throw new WrongUse('search needs something to look for.');
      return { ...common, name, query: rest.join(' ') };
    case 'check':
      if (values.trip === undefined) throw new WrongUse('check needs --trip and the name of a trip.');
      return nothingMore({ ...common, name, trip: values.trip }, rest);
    case 'verify':
      return nothingMore({ ...common, name, repairs: values.repair ?? false }, rest);
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

function articleNamed(command: string, words: readonly string[]): string {
  return one(words, `${command} needs the ID of one article; \`layover list\` shows them.`);
}

function wholeMinutes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new WrongUse('--minutes takes a whole number above zero.');
  return Number(text);
}

function nothingMore<T>(command: T, words: readonly string[]): T {
  if (words[0] !== undefined) throw new WrongUse(`"${words[0]}" is one word too many.`);
  return command;
}

type Values = ReturnType<typeof parsed>['values'];

function filterOf(values: Values): TimelineFilter {
  return {
    kinds: (values.kind ?? []).map((kind) => oneOf(POST_KINDS, '--kind', kind)),
    states: (values.state ?? []).map((state) => oneOf(POST_STATES, '--state', state)),
    sites: values.site ?? [],
    lists: (values.list ?? []).map(wholeId),
    from: date(values.from),
    to: date(values.to),
    text: values.text ?? '',
  };
}

function formOfLibrary(text: string | undefined): LibraryForm {
  if (text === 'pdf')
    throw new WrongUse(
      'PDF is printed by the app, which this command does without; export there, or take another form.',
    );
  const forms = LIBRARY_FORMS.filter((form) => form !== 'pdf');
  return oneOf(forms, '--as', text);
}

function choiceOf({ view, query, id: ids }: Values): ExportChoice {
  const choices: ExportChoice[] = [
    ...(view === undefined ? [] : [{ view }]),
    ...(query === undefined ? [] : [{ query }]),
    ...(ids === undefined ? [] : [{ ids }]),
  ];
  if (choices.length > 1) throw new WrongUse('--view, --query and --id do not go together.');
  return choices[0] ?? 'library';
}

function formatOf(text: string | undefined): ExportFormat | undefined {
  return text === undefined ? undefined : oneOf(EXPORT_FORMATS, '--format', text);
}

function wholeId(text: string): ArticleId {
  if (!isArticleId(text))
    throw new WrongUse(`"${text}" is not the whole ID of an article; \`layover list\` shows them.`);
  return text;
}

function oneOf<T extends string>(allowed: readonly T[], option: string, text: string | undefined): T {
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw new WrongUse(`${option} takes one of ${allowed.join(', ')}.`);
  return found;
}

function date(text: string | undefined): PostDate | null {
  if (text === undefined) return null;
  if (text.length > 10 || !isPostDate(text))
    throw new WrongUse(`"${text}" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD.`);
  return text;
}
