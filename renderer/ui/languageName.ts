// A language's tag in; its name in the language of the window out.
import { locale } from '../words/language.ts';
import { once } from './once.ts';

const names = once(() => new Intl.DisplayNames([locale], { type: 'language' }));

/** `de` → German, `pt_BR` → Brazilian Portuguese; what is no language stays as it is. */
export function languageName(tag: string): string {
  try {
    return names().of(tag.replaceAll('_', '-')) ?? tag;
  } catch {
    // What an author wrote, or a voice says of itself, need not be a tag.
    return tag;
  }
}
