// Why something failed in; the sentence that a person reads out.
import type { MissingImage } from '#contract/article.ts';
import type { ErrorReport } from '#contract/errors.ts';
import type { QueryFault } from '#contract/query/node.ts';
import { language } from '../words/language.ts';
import { words } from './words.ts';

/** In English as exactly as it was reported; in other languages, which the main process does not speak, by the case of the failure, or by its kind where no case is told. */
export function failureText({ code, message, detail }: ErrorReport): string {
  if (language === 'en') return message;
  if (detail === undefined) return words.failures[code];
  const { is, what, number } = detail;
  const text = words.failureDetails[is];
  return typeof text === 'string' ? text : text({ what, number, status: String(number) });
}

/** Why a picture is not there. */
export function pictureFailureText({ code, reason }: Pick<MissingImage, 'code' | 'reason'>): string {
  return language === 'en' ? reason : words.pictureFailures[code];
}

/** What is wrong with a query. */
export function faultText({ is, message, name, known }: QueryFault): string {
  if (language === 'en') return message;
  const text = words.queryFaults[is];
  return typeof text === 'string' ? text : text({ name, known });
}

/** What was told in English where that is read, and otherwise what can be said of it in general. */
export function toldOr(english: string, otherwise: string): string {
  return language === 'en' ? english : otherwise;
}
