// What comes from elsewhere: the items of another program's export as they are understood, and what becomes of them here.
import type { PostDate } from './dates.ts';
import type { ArticleId } from './article.ts';
import type { ErrorCode, ErrorReport } from './errors.ts';
import type { HighlightColor } from './highlight.ts';

/**
 * What files are recognised as, by what is in them, in the order they are offered in words. `addresses` are also tables and lists of services
 * that nobody knows, read by the names of their columns.
 */
export const IMPORT_FORMATS = [
  'layover',
  'pocket',
  'instapaper',
  'omnivore',
  'wallabag',
  'readwise',
  'raindrop',
  'bookmarks',
  'firefox',
  'chrome',
  'safari',
  'readeck',
  'goodlinks',
  'karakeep',
  'linkwarden',
  'pinboard',
  'matter',
  'mymind',
  'onetab',
  'opml',
  'addresses',
  'saved-pages',
] as const;
/** One of them. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A file as it was chosen; `name` is relative to the chosen folder, with `/` between its parts. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A passage that was highlighted elsewhere; where it stands is found in the article's text. */
export interface ImportedHighlight {
  readonly quote: string;
  readonly note: string;
  /** As `toTag` makes them. */
  readonly tags: readonly string[];
  /** `null` when the export does not tell or names one that we have not. */
  readonly color: HighlightColor | null;
  /** An ISO instant. */
  readonly created: string | null;
}

/** The text of an item, where the export holds one: an HTML document or fragment, or a file such as a PDF or a saved page, whole. */
export type ImportedBody =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

/** One thing that somebody had kept elsewhere. `null` says that the export does not tell. */
export interface ImportedItem {
  /** Its row or place in its file, from 1, as the person would count it. */
  readonly row: number;
  /** Name of the file it stands in, that of the part for an archive. */
  readonly file: string;
  /** Absolute http(s) address; `null` only when there is a body. */
  readonly address: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
  readonly lang: string | null;
  readonly excerpt: string | null;
  readonly published: PostDate | null;
  /** When it was kept there, an ISO instant in UTC. */
  readonly saved: string | null;
  /** As `toTag` makes them, at most `MOST_TAGS`; folders and collections are tags as well, after the item's own. */
  readonly tags: readonly string[];
  readonly starred: boolean;
  readonly archived: boolean;
  /** 1 for what was read to its end. */
  readonly progress: number | null;
  /** What the person wrote about the whole of it; empty when nothing. */
  readonly note: string;
  readonly highlights: readonly ImportedHighlight[];
  readonly body: ImportedBody | null;
}

/** What is kept of an item beside its text, once its page is here. */
export type ImportedMarks = Pick<
  ImportedItem,
  'title' | 'saved' | 'tags' | 'starred' | 'archived' | 'progress' | 'note' | 'highlights'
> & {
  /** The import it came with. */
  readonly importId: string;
};

/** Why a row can be no item. */
export const IMPORT_SKIPS = [
  'no-address',
  'bad-address',
  'not-saved',
  'a-feed',
  'unreadable',
  'too-large',
  'empty',
] as const;
/** Why a row is no item. */
export type ImportSkip = (typeof IMPORT_SKIPS)[number];

/** A feed that an export names. */
export interface NamedFeed {
  readonly address: string;
  readonly title: string | null;
}

/** A row that is no item; `label` is the first words of it, for the person to find it by. */
export interface SkippedRow {
  readonly row: number;
  readonly file: string;
  readonly label: string;
  readonly skip: ImportSkip;
}

/** A row of a file, as it was understood. */
export type ImportRow = ImportedItem | SkippedRow;

/** What is known of files before anything is done with them. */
export interface ImportPreview {
  /** For `import.start` and `import.forget`. */
  readonly id: string;
  /** What was chosen, in words of the person's disk. */
  readonly name: string;
  /** Each format that was recognised, with the number of its rows. */
  readonly formats: readonly { readonly format: ImportFormat; readonly rows: number }[];
  /** Files that are nothing we know; at most 20 of them by name. */
  readonly unknown: readonly string[];
  readonly rows: number;
  /** Articles that are not here and not on their way. */
  readonly fresh: number;
  /** Of these, those whose text is in the file. */
  readonly withBody: number;
  /** Already here or on their way. */
  readonly here: number;
  /** The same address again in the same files. */
  readonly repeated: number;
  readonly skipped: Readonly<Partial<Record<ImportSkip, number>>>;
  /** Addresses of feeds that the files name, for following. */
  readonly feeds: number;
  readonly tags: number;
  readonly highlights: number;
  /** Of the items: when the first and the last was kept, ISO instants. */
  readonly oldest: string | null;
  readonly newest: string | null;
}

/** What is known of a backup or an exported library of Layover itself; it is not imported row by row, but joined with what is here. */
export interface LibraryPreview {
  /** For `import.restore` and `import.forget`. */
  readonly id: string;
  /** The file's own name. */
  readonly name: string;
  /** Whether it is the pack of a trip and not of a whole library. */
  readonly isTrip: boolean;
  readonly articles: number;
  /** Those of them that are not here. */
  readonly fresh: number;
}

/** What can become of a row, the best first. */
export const ROW_OUTCOMES = ['kept', 'queued', 'merged', 'unchanged', 'skipped', 'failed'] as const;
/** What became of a row. */
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** How far an import is. */
export interface ImportProgress {
  readonly id: string;
  readonly name: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly outcomes: Readonly<Record<RowOutcome, number>>;
  /** Feeds that are followed since, and were not before. */
  readonly followed: number;
  /** Why it stopped, or why not all feeds are followed, in words; `null` otherwise. */
  readonly failure: string | null;
}

/** A line of the report that can be saved. */
export interface ImportLine {
  readonly row: number;
  readonly file: string;
  readonly title: string;
  readonly address: string | null;
  readonly outcome: RowOutcome;
  readonly articleId: ArticleId | null;
  /** Why it was skipped; `null` when it was not. */
  readonly skip: ImportSkip | null;
  /** Why it failed; `null` when it did not. */
  readonly failure: ErrorReport | null;
}

/** Why rows were skipped or failed, in words of the person's language; `failures` is `null` where each failure's own words do, which are English. */
export interface ReportWords {
  readonly skips: Readonly<Record<ImportSkip, string>>;
  readonly failures: Readonly<Record<ErrorCode, string>> | null;
}
