// A library's folder and the languages of the system in; the language and the theme of the window out, before the library is opened. Reads one file
// and changes nothing; at once, as a small file is read faster than its answer would come round.
import { readFileSync } from 'node:fs';
import { isLanguage, matchLanguage, type Language } from '#contract/language.ts';
import { toTheme, type Theme } from '#contract/settings.ts';
import { layoutOf } from '../store/layout.ts';

/** What a window is opened with. */
export interface WindowLook {
  /** The one to draw it in. */
  readonly language: Language;
  /** The system's, for when the person goes back to it. */
  readonly system: Language;
  readonly theme: Theme;
}

/** What the settings of the library say; the system's language and theme where they say nothing or cannot be read. `preferred` as BCP 47, best first. */
export function readWindowLook(folder: string, preferred: readonly string[]): WindowLook {
  const system = matchLanguage(preferred);
  const settings = readSettings(layoutOf(folder).settingsFile);
  const chosen: unknown = Reflect.get(settings, 'language');
  return {
    language: isLanguage(chosen) ? chosen : system,
    system,
    theme: toTheme(Reflect.get(settings, 'theme')),
  };
}

function readSettings(file: string): object {
  try {
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof settings === 'object' && settings !== null ? settings : {};
  } catch {
    // A new library has none; a damaged one is told of when the library is opened.
    return {};
  }
}
