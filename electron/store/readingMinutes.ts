// Words and a language in, minutes of reading out.
import { usualMinutes } from '#contract/readingSpeed.ts';

/** Whole minutes in which most people read `words` words of a language (BCP 47 tag; `null` for unknown), at least 1. */
export function readingMinutes(words: number, lang: string | null): number {
  return Math.max(1, Math.round(usualMinutes(words, lang)));
}
