// A library's folder and the languages of the system in; the language of the window out, before the library is opened. Reads one file
// and changes nothing; at once, as a small file is read faster than its answer would come round.
import { readFileSync } from 'node:fs';
import { isLanguage, matchLanguage, type Language } from '#contract/language.ts';
import { layoutOf } from '../store/layout.ts';

/** Languages a window is opened with. */
export interface WindowLanguage {
  /** The one to draw. */
  readonly language: Language;
  /** The system's, for when the person goes back to it. */
  readonly system: Language;
}

/** What the settings of the library say; the system's language where they say nothing or cannot be read. `preferred` as BCP 47, best first. */
export function readWindowLanguage(folder: string, preferred: readonly string[]): WindowLanguage {
  const system = matchLanguage(preferred);
  const chosen = readChosen(layoutOf(folder).settingsFile);
  return { language: isLanguage(chosen) ? chosen : system, system };
}

function readChosen(file: string): unknown {
  try {
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'language') : undefined;
  } catch {
    // A new library has none; a damaged one is told of when the library is opened.
    return undefined;
  }
}
