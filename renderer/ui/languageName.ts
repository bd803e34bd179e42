// A language's tag in; its name in the language of the window out.
import { locale } from '../words/language.ts';

const names = new Intl.DisplayNames([locale], { type: 'language' });

/** `de` → German; what is no language stays as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    // What an author wrote need not be a tag.
    return tag;
  }
}
