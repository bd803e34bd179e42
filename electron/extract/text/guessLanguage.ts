// The language of a text by its trigrams, and the direction it is written in.
import { franc } from 'franc-min';

/** Shorter texts look like several languages at once. */
const SHORTEST = 100;
const SAMPLE = 4000;
const RIGHT_TO_LEFT = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]/gu;

/** BCP 47 tag of the language most likely; `null` for a text too short to tell. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const found = franc(sample, { minLength: SHORTEST });
  return found === 'und' ? null : (Intl.getCanonicalLocales(found)[0] ?? null);
}

/** `rtl` when most of the letters are of a script written from right to left. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return (sample.match(RIGHT_TO_LEFT)?.length ?? 0) > letters / 2 ? 'rtl' : 'ltr';
}
