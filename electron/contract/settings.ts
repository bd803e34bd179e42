// What a person may set; defaults are what most should never need to change.
import type { Shortcut } from './shortcut.ts';
import type { Language } from './language.ts';
import type { HighlightColor } from './highlight.ts';
import type { BackupInterval } from './libraryExport.ts';
import type { Rule, SavedView } from './views.ts';

/** All themes, in the order they are offered. */
export const THEMES = ['system', 'paper', 'sepia', 'night', 'black', 'contrast', 'eink'] as const;

/** The look of the whole app. `system` follows the system between `paper` and `night`, and is `contrast` where it asks for more contrast. */
export type Theme = (typeof THEMES)[number];

/** A theme by its name; `system` for what is none. */
export function toTheme(name: unknown): Theme {
  return THEMES.find((each) => each === name) ?? 'system';
}

/** How what is copied from an article names its source. */
export type CitationStyle = 'plain' | 'markdown' | 'bibtex';

/** The typefaces that come with the app: Literata, Hanken Grotesk, Atkinson Hyperlegible, OpenDyslexic, JetBrains Mono. */
export type TextFont = 'serif' | 'sans' | 'legible' | 'dyslexic' | 'mono';

/** How the text of an article is set. */
export interface TextLook {
  readonly theme: Theme;
  /** Size of the article's text in CSS pixels, 14 to 32. */
  readonly textSize: number;
  /** Length of a line in characters, 45 to 90. */
  readonly measure: number;
  /** Line height as a multiple of the text size, 1.2 to 2. */
  readonly leading: number;
  readonly font: TextFont;
  /** What tells one paragraph from the next: a space between them, or an indented first line. */
  readonly paragraphs: 'spaced' | 'indented';
  /** Whether lines end at one edge; not where they are shorter than 45 characters. */
  readonly justified: boolean;
  /** Whether words may be parted at the ends of lines, where the system knows how to in the article's language. */
  readonly hyphenated: boolean;
}

/** What is otherwise in one article than the settings say. */
export interface ArticleLook extends Partial<TextLook> {
  /** Whether lines run from top to bottom; only for scripts that are written so. */
  readonly vertical?: boolean;
}

/** All settings, kept in the library's `settings.json`. */
export interface Settings extends TextLook {
  /** The colour that was last used to highlight. */
  readonly highlightColor: HighlightColor;
  readonly flow: 'scrolled' | 'paged';
  /** Whether the app opens where it was left. */
  readonly resumes: boolean;
  /** Whether the person's own reading speed is measured. */
  readonly measuresSpeed: boolean;
  /** Whether readers' comments are stored beside the articles saved from now on. */
  readonly keepComments: boolean;
  /** Whether no further save begins until the person goes on. */
  readonly savesPaused: boolean;
  /** Whether rules of feeds save over a network of which the system says that it counts its data. */
  readonly feedsSaveMetered: boolean;
  /** Whether the publisher is asked once a day for a newer Layover, where there is a publisher. */
  readonly looksForUpdates: boolean;
  /** Hosts of the person's own network of which they have said that they may be asked for what they type. */
  readonly privateHosts: readonly string[];
  /** What a browser has to show to hand pages over; `null` while the door for browsers is closed. */
  readonly doorCode: string | null;
  /** Absolute path of the folder whose new files are saved by themselves; `null` for none. */
  readonly watchedFolder: string | null;
  /** Keys by the name of their command, of those commands alone that have other keys than they come with; empty for no key. */
  readonly keys: Readonly<Record<string, readonly Shortcut[]>>;
  /** The language of the interface; `system` follows the system. */
  readonly language: 'system' | Language;
  readonly citation: CitationStyle;
  /** Names of dictionaries in the order in which they are asked; those that are not named follow and are on. */
  readonly dictionaries: readonly { readonly name: string; readonly isOn: boolean }[];
  /** In the person's order; at most `MOST_VIEWS`. */
  readonly views: readonly SavedView[];
  /** Carried out in this order; at most `MOST_VIEWS`. */
  readonly rules: readonly Rule[];
  /** How many bytes the library may take, its trash not counted; `null` for no limit. At least 10 MB. */
  readonly capBytes: number | null;
  /** What is done when a save passes the limit: it is said, or what could go goes to the trash until it fits. */
  readonly capPolicy: 'warn' | 'trash';
  /** For each language (its BCP 47 subtag alone, such as `de`) the name of the voice that reads articles out; without an entry the one that suits best. */
  readonly voices: Readonly<Record<string, string>>;
  /** How fast articles are read out, 0.5 to 3; 1 is the voice's own speed. */
  readonly speechRate: number;
  /** Whether the next article of the queue is read out when one ends. */
  readonly listensOn: boolean;
  /** Absolute path of the folder in which backups are made by themselves; `null` for none. */
  readonly backupFolder: string | null;
  readonly backupEvery: BackupInterval;
  /** How many of them are kept; the oldest goes when there is a newer whole one. */
  readonly backupsKept: number;
  /** Whether the first steps were gone through or put away; they are shown by themselves in an empty library only. */
  readonly firstStepsSeen: boolean;
  /** Whether the log on this computer may name addresses, titles and files. */
  readonly logsAddresses: boolean;
}

/** The settings of a new library. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  textSize: 19,
  measure: 66,
  leading: 1.6,
  font: 'serif',
  paragraphs: 'spaced',
  justified: false,
  hyphenated: true,
  highlightColor: 'yellow',
  flow: 'scrolled',
  resumes: true,
  measuresSpeed: true,
  keepComments: true,
  savesPaused: false,
  feedsSaveMetered: false,
  looksForUpdates: false,
  privateHosts: [],
  doorCode: null,
  watchedFolder: null,
  keys: {},
  language: 'system',
  citation: 'plain',
  dictionaries: [],
  views: [],
  rules: [],
  capBytes: null,
  capPolicy: 'warn',
  voices: {},
  speechRate: 1,
  listensOn: false,
  backupFolder: null,
  backupEvery: 'day',
  backupsKept: 7,
  firstStepsSeen: false,
  logsAddresses: false,
};
