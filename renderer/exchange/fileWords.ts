// What exported files say in words of their own, in the language of the window.
import type { ExportWords } from '#contract/exportWords.ts';
import { words } from '../ui/words.ts';
import { direction, language } from '../words/language.ts';

/** Its gaps are filled by whoever writes the files. */
export function fileWords(): ExportWords {
  const { saved, savedWith, articles, unreadable, ...whole } = words.exporting.files;
  return {
    ...whole,
    lang: language,
    dir: direction,
    saved: saved({ date: '{date}' }),
    savedWith: savedWith({ date: '{date}' }),
    articles: articles({ count: '{count}' }),
    unreadable: unreadable({ reason: '{reason}' }),
  };
}
