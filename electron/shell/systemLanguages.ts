// The system in; the languages that the person wants it to speak out.
import { app } from 'electron';

/** As BCP 47 tags, best first; the one that Chromium took comes last, which is not known before the app is ready. */
export function systemLanguages(): readonly string[] {
  return [...app.getPreferredSystemLanguages(), app.getLocale()];
}
