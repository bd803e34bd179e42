// The shape of `settings.json`: the contract's settings and a format number. A setting this version does not know is kept.
import * as v from 'valibot';
import { isDictionaryName } from '#contract/dictionary.ts';
import { AppError } from '#contract/errors.ts';
import { LANGUAGES } from '#contract/language.ts';
import { HIGHLIGHT_COLORS } from '#contract/highlight.ts';
import { BACKUP_INTERVALS, BACKUPS_KEPT } from '#contract/libraryExport.ts';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { noteChanges, type LastChange } from '#contract/lastChanges.ts';
import { KEY_LIMITS } from '#contract/shortcut.ts';
import { isTag, MOST_TAGS } from '#contract/tags.ts';
import { MOST_VIEWS, SORTS } from '#contract/views.ts';
import { lastChanges } from './lastChangeSchema.ts';
import { LOOK } from './lookSchema.ts';
import { refuseNewer } from './articleSchema.ts';

/** A key press. */
export const shortcutSchema = v.strictObject({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(KEY_LIMITS.keyLength)),
  mod: v.boolean(),
  shift: v.exactOptional(v.boolean()),
  alt: v.exactOptional(v.boolean()),
});

const keys = v.pipe(
  v.record(
    v.pipe(v.string(), v.minLength(1), v.maxLength(KEY_LIMITS.idLength)),
    v.pipe(v.array(shortcutSchema), v.maxLength(KEY_LIMITS.ofOne), v.readonly()),
  ),
  v.check((all) => Object.keys(all).length <= KEY_LIMITS.commands),
);

const LEAST_CAP = 10_000_000;
const itemId = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/));
const itemName = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const query = v.pipe(v.string(), v.maxLength(1000));

/** Things with ids, each id once. */
function listed<Entries extends { readonly id: typeof itemId } & v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.array(v.strictObject(entries)),
    v.maxLength(MOST_VIEWS),
    v.check((items) => new Set(items.map(({ id }) => id)).size === items.length),
  );
}

const SETTINGS = {
  ...LOOK,
  highlightColor: v.picklist(HIGHLIGHT_COLORS),
  flow: v.picklist(['scrolled', 'paged']),
  resumes: v.boolean(),
  measuresSpeed: v.boolean(),
  keepComments: v.boolean(),
  savesPaused: v.boolean(),
  feedsSaveMetered: v.boolean(),
  looksForUpdates: v.boolean(),
  privateHosts: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(300))), v.maxLength(200), v.readonly()),
  doorCode: v.nullable(v.pipe(v.string(), v.regex(/^[a-z2-7]{26}$/))),
  watchedFolder: v.nullable(v.string()),
  keys,
  language: v.picklist(['system', ...LANGUAGES]),
  citation: v.picklist(['plain', 'markdown', 'bibtex']),
  dictionaries: v.pipe(
    v.array(v.strictObject({ name: v.pipe(v.string(), v.check(isDictionaryName)), isOn: v.boolean() })),
    v.maxLength(200),
    v.readonly(),
  ),
  views: listed({
    id: itemId,
    name: itemName,
    query,
    sort: v.picklist(SORTS),
    isReversed: v.boolean(),
    icon: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  }),
  rules: listed({
    id: itemId,
    name: itemName,
    isOn: v.boolean(),
    when: query,
    actions: v.strictObject({
      addTags: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.check(isTag))), v.maxLength(MOST_TAGS))),
      star: v.exactOptional(v.boolean()),
      archive: v.exactOptional(v.boolean()),
      markRead: v.exactOptional(v.boolean()),
    }),
  }),
  capBytes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(LEAST_CAP))),
  capPolicy: v.picklist(['warn', 'trash']),
  voices: v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,8}$/)), v.pipe(v.string(), v.maxLength(300))),
  speechRate: v.pipe(v.number(), v.minValue(0.5), v.maxValue(3)),
  listensOn: v.boolean(),
  backupFolder: v.nullable(v.string()),
  backupEvery: v.picklist(BACKUP_INTERVALS),
  backupsKept: v.pipe(v.number(), v.integer(), v.minValue(BACKUPS_KEPT.least), v.maxValue(BACKUPS_KEPT.most)),
  firstStepsSeen: v.boolean(),
  logsAddresses: v.boolean(),
} as const satisfies { readonly [Name in keyof Settings]: v.GenericSchema<Settings[Name]> };

const settingsSchema = v.object(SETTINGS);
const changeSchema = v.partial(v.strictObject(SETTINGS));
// What only the main process changes, after it has asked the person or made a code.
const OWN = ['privateHosts', 'doorCode', 'watchedFolder', 'backupFolder'] as const;
const askedSchema = v.partial(v.strictObject(v.omit(settingsSchema, OWN).entries));
const storedSchema = v.looseObject({ format: v.literal(1), ...SETTINGS, changes: lastChanges });

// A file without one of these is damaged.
const {
  theme: _theme,
  textSize: _size,
  measure: _measure,
  leading: _leading,
  font: _font,
  ...YOUNGER
} = DEFAULT_SETTINGS;

/** The content of `settings.json`; `changes` are those of the views and rules and of the commands with keys of their own; see `nameIn`. */
export type StoredSettings = Settings & { readonly format: 1; readonly changes: readonly LastChange[] };

/** The settings that are lists of things, of which it is noted what came and went. */
type SettingsList = 'views' | 'rules' | 'keys';

/** The name of a thing in a list, as `changes` has it: `views:` or `rules:` and its id, `keys:` and a command. */
export function nameIn(list: SettingsList, id: string): string {
  return `${list}:${id}`;
}

/** Names of what is in the lists. */
export function namesIn(settings: Pick<Settings, SettingsList>): ReadonlySet<string> {
  return new Set(thingsIn(settings).keys());
}

/** What is in the lists, by its name, as one text each. */
function thingsIn({ views, rules, keys }: Pick<Settings, SettingsList>): ReadonlyMap<string, string> {
  return new Map([
    ...views.map((each) => [nameIn('views', each.id), JSON.stringify(each)] as const),
    ...rules.map((each) => [nameIn('rules', each.id), JSON.stringify(each)] as const),
    ...Object.entries(keys).map(([command, own]) => [nameIn('keys', command), JSON.stringify(own)] as const),
  ]);
}

/** The settings with some changed, and what came of it for the lists noted. */
export function withChanges(before: StoredSettings, change: Partial<Settings>, now: Date): StoredSettings {
  const after = { ...before, ...change };
  const [was, is] = [thingsIn(before), thingsIn(after)];
  const gone = [...was.keys()].filter((name) => !is.has(name));
  const there = [...is].flatMap(([name, thing]) => (was.get(name) === thing ? [] : [name]));
  return { ...after, changes: noteChanges(before.changes, { gone, there, names: new Set(is.keys()) }, now) };
}

/**
 * Checks the content of `settings.json`; throws when anything is out of range, or missing that every file has. A setting that is younger
 * than the format and not in the file is as in a new library.
 */
export function parseStoredSettings(json: unknown): StoredSettings {
  refuseNewer(json);
  return v.parse(storedSchema, typeof json === 'object' ? { ...YOUNGER, ...json } : json);
}

/** Tells whether something is a change of settings that the window may ask for. */
export function isSettingsChange(change: unknown): change is Partial<Settings> {
  return v.is(askedSchema, change) && Object.values(change).every((value) => value !== undefined);
}

/** Checks settings a caller gives. Throws `AppError('bad-input')`. */
export function parseSettingsChange(change: Partial<Settings>): Partial<Settings> {
  const result = v.safeParse(changeSchema, change);
  if (!result.success) {
    const name = v.getDotPath(result.issues[0]) ?? 'a setting';
    throw new AppError('bad-input', `This value cannot be used for ${name}. The settings stay as they were.`);
  }
  return change;
}

/** The settings without what belongs to the file. */
export function toSettings(stored: StoredSettings): Settings {
  return v.parse(settingsSchema, stored);
}
