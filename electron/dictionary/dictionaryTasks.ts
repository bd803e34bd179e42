// What the thread of the dictionaries is asked and what it answers.
import type { DictionaryFacts, LookUp } from '#contract/dictionary.ts';
import type { Question } from './lookUp.ts';

/** An installed dictionary as the thread knows it. */
export interface DictionaryFolder {
  readonly title: string;
  /** Absolute path. */
  readonly folder: string;
}

/** A task. */
export type DictionaryTask =
  /** What the files in a folder say of themselves. */
  | { readonly ask: 'facts'; readonly folder: string }
  | { readonly ask: 'lookUp'; readonly question: Question; readonly dictionaries: readonly DictionaryFolder[] }
  /** Copies the parts of the dictionary that a file belongs to into an empty folder, and opens it there once to see that it is whole. */
  | { readonly ask: 'unpack'; readonly file: string; readonly into: string }
  /** Lets go of a folder's files. */
  | { readonly ask: 'release'; readonly folder: string };

/** What comes of a task. */
export type DictionaryAnswer =
  | { readonly say: 'facts'; readonly facts: DictionaryFacts }
  | { readonly say: 'found'; readonly lookUp: LookUp }
  | { readonly say: 'done' };
