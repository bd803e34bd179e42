// What is known of the installed dictionaries, and what looking a word up answers: plain structured text, never anybody's HTML.

/** How a piece of a definition is set apart. `see` is another word of the dictionary, to be followed. */
export type RunMark = 'plain' | 'strong' | 'emphasis' | 'see';

/** A piece of a line. */
export interface DefinitionRun {
  readonly text: string;
  readonly mark: RunMark;
}

/** What a line of a definition is. `part` says what part of speech follows. */
export type BlockKind = 'text' | 'item' | 'example' | 'part' | 'sound';

/** A line of a definition; never empty. */
export interface DefinitionBlock {
  readonly kind: BlockKind;
  /** How many lists it stands in, 0 to 6. */
  readonly depth: number;
  /** Its number in a numbered list; `null` for any other line. */
  readonly number: number | null;
  readonly runs: readonly DefinitionRun[];
}

/** What one dictionary says of one of its words. */
export interface Definition {
  readonly headword: string;
  readonly blocks: readonly DefinitionBlock[];
  /** Whether there is more than is shown. */
  readonly isCut: boolean;
}

/** A definition and where it stands. */
export interface FoundDefinition extends Definition {
  /** Title of the dictionary. */
  readonly dictionary: string;
  /** Language of what is said, as a BCP 47 tag; `null` when the dictionary does not tell. */
  readonly lang: string | null;
}

/** What looking a word up brought. */
export interface LookUp {
  /** Best first: the word itself before its base forms, dictionaries in the person's order, those of the asked language before all others. */
  readonly found: readonly FoundDefinition[];
  /** Headwords that are spelt alike, where nothing was found; at most eight. */
  readonly nearest: readonly string[];
  /** Dictionaries that are switched on. */
  readonly asked: number;
  /** Whether one of those is of the asked language, or does not tell of which it is. */
  readonly hasLanguage: boolean;
  /** Dictionaries that could not be read, and why. */
  readonly failures: readonly { readonly dictionary: string; readonly reason: string }[];
}

/** What a dictionary's files say of it. */
export interface DictionaryFacts {
  readonly title: string;
  readonly entries: number;
  readonly sizeBytes: number;
  /** Language of the words, as a BCP 47 tag; `null` when it is not told. */
  readonly from: string | null;
  /** Language of what is said of them. */
  readonly to: string | null;
}

/** An installed dictionary, in the order in which they are asked. */
export interface InstalledDictionary extends DictionaryFacts {
  /** Names it among all; the name of its folder. */
  readonly name: string;
  readonly isOn: boolean;
  /** Whether it came with Layover and cannot be removed. */
  readonly isBundled: boolean;
  /** Why it cannot be used, in words; `null` when it can. */
  readonly failure: string | null;
}

/** Tells whether a text has the form of a dictionary's name. */
export function isDictionaryName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/.test(name);
}
