// One save as the queue holds it: what it was asked to save, when it is tried again, and what goes with it; and where such records outlive
// the process.
import type { FoundIn } from '#contract/article.ts';
import type { ImportedMarks } from '#contract/imports.ts';
import type { Crawl, Portion, Save, WorkSource } from '#contract/save.ts';
import type { Delay } from './patience.ts';

/** A save with what it was asked to save. */
export interface SaveRecord {
  readonly save: Save;
  readonly source: WorkSource;
  /** `null` unless it is to be tried again by itself. */
  readonly delay: Delay | null;
  /** How to go on once it is saved; mostly not at all. */
  readonly crawl?: Crawl;
  /** What came with it from another program. */
  readonly imported?: ImportedMarks;
  /** All of it unless said. */
  readonly portion?: Portion;
  /** Host that may be a private one, as it was decided when the save was asked for; mostly none. */
  readonly privateHost?: string;
}

/** What a save is to be besides what it saves. */
export interface AddOptions {
  /** Where it was found while reading; it is then fetched first. */
  readonly foundIn?: FoundIn | null;
  readonly crawl?: Crawl | null;
  readonly imported?: ImportedMarks;
  readonly portion?: Portion;
  readonly privateHost?: string | null;
}

/** One of many saves. */
export interface AddedSave extends AddOptions {
  readonly source: WorkSource;
  readonly label: string;
}

/** Where records outlive the process. Every method resolves when it is on disk. */
export interface SaveRecords {
  /** No new save may have an id up to this one. */
  readonly lastId: number;
  readonly list: () => readonly SaveRecord[];
  readonly put: (record: SaveRecord) => Promise<void>;
  /** Many new ones at once, none of them a file. */
  readonly putAll: (records: readonly SaveRecord[]) => Promise<void>;
  readonly drop: (id: number) => Promise<void>;
}
