// A library's folder and the languages of the system in; the language of the window out, before the library is opened. Reads one file
// and changes nothing.
import { readFile } from 'node:fs/promises';
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
export async function readWindowLanguage(folder: string, preferred: readonly string[]): Promise<WindowLanguage> {
  const system = matchLanguage(preferred);
  const chosen = await readChosen(layoutOf(folder).settingsFile);
  return { language: isLanguage(chosen) ? chosen : system, system };
}

async function readChosen(file: string): Promise<unknown> {
  try {
    const settings: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'language') : undefined;
  } catch {
    // A new library has none; a damaged one is told of when the library is opened.
    return undefined;
  }
}
