// The library's own small files: settings, what was seen of the watched folder, what is remembered of reading. Each is checked when it is
// read and before it is written.
import * as v from 'valibot';
import { BINS } from '#contract/readingSpeed.ts';
import { NO_MEMORY, type ReadingMemory } from '#contract/readingMemory.ts';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { articleId } from './articleSchema.ts';
import type { Disk } from './disk.ts';
import type { Repair } from './jsonAdapter.ts';
import { openJsonFile } from './jsonFile.ts';
import type { Layout } from './layout.ts';
import {
  parseSettingsChange,
  parseStoredSettings,
  toSettings,
  withChanges,
  type StoredSettings,
} from './settingsSchema.ts';

/** What the files need. */
export interface OwnFileOptions {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly now: () => Date;
  readonly isReadOnly: boolean;
  readonly tempFolder: string;
  readonly onRepair: (repair: Repair) => void;
  /** Throws when nothing may be changed. */
  readonly assertWritable: () => void;
}

const watchedSchema = v.looseObject({ format: v.literal(1), files: v.record(v.string(), v.string()) });

const amount = v.pipe(v.number(), v.minValue(0));
const memorySchema = v.looseObject({
  format: v.literal(1),
  address: v.string(),
  article: v.nullable(articleId),
  speed: v.record(v.string(), v.object({ counted: amount, bins: v.pipe(v.array(amount), v.maxLength(BINS.count)) })),
});

/** Opens them; see `Library` for what each method promises. Throws `AppError`: `unreadable`, `disk`. */
export async function openOwnFiles({ layout, assertWritable, ...given }: OwnFileOptions) {
  const options = { ...given, keepsDays: true };
  const [settings, watched, memory] = await Promise.all([
    openJsonFile(layout.settingsFile, {
      ...options,
      parse: parseStoredSettings,
      initial: (): StoredSettings => ({ format: 1, ...DEFAULT_SETTINGS, changes: [] }),
    }),
    openJsonFile(layout.watchedFile, {
      ...options,
      parse: (json) => v.parse(watchedSchema, json),
      initial: () => ({ format: 1 as const, files: {} }),
    }),
    openJsonFile(layout.readingFile, {
      ...options,
      parse: (json) => v.parse(memorySchema, json),
      initial: () => ({ format: 1 as const, ...NO_MEMORY }),
    }),
  ]);
  return {
    settings: () => toSettings(settings.value),
    refreshSettings: () => settings.refresh(),
    async setSettings(change: Partial<Settings>): Promise<Settings> {
      assertWritable();
      const checked = parseSettingsChange(change);
      return toSettings(await settings.update((value) => withChanges(value, checked, options.now())));
    },
    async rewriteSettings(change: (here: StoredSettings) => StoredSettings): Promise<void> {
      assertWritable();
      await settings.update(change);
    },
    watchedFiles: (): Readonly<Record<string, string>> => watched.value.files,
    async setWatchedFiles(files: Readonly<Record<string, string>>): Promise<void> {
      assertWritable();
      await watched.update((value) => ({ ...value, files }));
    },
    readingMemory: (): ReadingMemory => memory.value,
    async remember(change: (memory: ReadingMemory) => Partial<ReadingMemory>): Promise<ReadingMemory> {
      assertWritable();
      return memory.update((value) => ({ ...value, ...change(value) }));
    },
    settled: () => Promise.all([settings.settled(), watched.settled(), memory.settled()]),
  };
}
