// Why something failed in; the sentence that a person reads out.
import type { ErrorReport } from '#contract/errors.ts';
import { language } from '../words/language.ts';
import { words } from './words.ts';

/** In English as exactly as it was reported; in other languages, which the main process does not speak, by the kind of the failure. */
export function failureText({ code, message }: ErrorReport): string {
  return toldOr(message, words.failures[code]);
}

/** What was told in English where that is read, and otherwise what can be said of it in general. */
export function toldOr(english: string, otherwise: string): string {
  return language === 'en' ? english : otherwise;
}
