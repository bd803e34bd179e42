// A word as it stands in a text and the dictionaries to ask in; what they say out, the word itself before its base forms. A dictionary that
// cannot be read is told and the others are asked all the same.
import { AppError } from '#contract/errors.ts';
import type { FoundDefinition, LookUp } from '#contract/dictionary.ts';
import { foldWord } from './foldWord.ts';
import { englishBases } from './inflections.ts';
import type { OpenDictionary } from './opened.ts';

const MOST_FOUND = 16;
const MOST_OF_ONE = 6;
const MOST_NEAREST = 8;

/** A dictionary to ask: `open` opens it the first time and answers the same one afterwards. */
export interface Asked {
  readonly title: string;
  readonly open: () => Promise<OpenDictionary>;
}

/** What to look up; `lang` is the language of the text as a BCP 47 tag. */
export interface Question {
  readonly word: string;
  readonly lang: string | null;
}

/** Asks all of them in their order, those of the text's language first. */
export async function lookUp({ word, lang }: Question, dictionaries: readonly Asked[]): Promise<LookUp> {
  const failures: { readonly dictionary: string; readonly reason: string }[] = [];
  const opened: OpenDictionary[] = [];
  for (const { title, open } of dictionaries) {
    try {
      opened.push(await open());
    } catch (failure) {
      failures.push({ dictionary: title, reason: reasonOf(failure) });
    }
  }
  const own = primary(lang);
  const isOwn = ({ facts: { from } }: OpenDictionary): boolean => primary(from) === own;
  const ordered = own === null ? opened : [...opened.filter(isOwn), ...opened.filter((each) => !isOwn(each))];

  const found: FoundDefinition[] = [];
  for (const dictionary of ordered) {
    try {
      found.push(...(await define(word, own, dictionary)));
    } catch (failure) {
      failures.push({ dictionary: dictionary.facts.title, reason: reasonOf(failure) });
    }
  }
  const hasLanguage = own === null ? opened.length > 0 : opened.some((each) => each.facts.from === null || isOwn(each));
  return {
    found: found.slice(0, MOST_FOUND),
    nearest: found.length > 0 ? [] : nearest(word, ordered),
    asked: dictionaries.length,
    hasLanguage,
    failures,
  };
}

async function define(word: string, lang: string | null, dictionary: OpenDictionary): Promise<FoundDefinition[]> {
  const { facts } = dictionary;
  const from = primary(facts.from);
  const isEnglish = from === 'en' || (from === null && (lang === 'en' || lang === null));
  const found: FoundDefinition[] = [];
  for (const form of [word, ...(isEnglish ? englishBases(foldWord(word)) : [])]) {
    if (found.length >= MOST_OF_ONE) break;
    for (const definition of await dictionary.define(form, MOST_OF_ONE - found.length)) {
      const isThere = found.some(({ headword }) => headword === definition.headword);
      // Two entries of the same word are two; one found by another form as well is one.
      if (form !== word && isThere) continue;
      found.push({ ...definition, dictionary: facts.title, lang: facts.to });
    }
  }
  return found.filter(({ blocks }) => blocks.length > 0);
}

function nearest(word: string, dictionaries: readonly OpenDictionary[]): readonly string[] {
  const words = dictionaries.flatMap((each) => each.nearest(word, MOST_NEAREST));
  return [...new Set(words)].slice(0, MOST_NEAREST);
}

/** `en-GB` → `en`. */
function primary(tag: string | null): string | null {
  return tag === null || tag === '' ? null : (tag.split(/[-_]/)[0]?.toLowerCase() ?? null);
}

function reasonOf(failure: unknown): string {
  if (failure instanceof AppError) return failure.message;
  if (failure instanceof Error && 'code' in failure && typeof failure.code === 'string')
    return 'Its files could not be read. Check the disk, or add the dictionary again.';
  throw failure;
}
