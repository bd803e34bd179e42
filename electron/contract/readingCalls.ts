// What the window can ask about words and about an article outside of the window: looking up, printing, copying, its folder.
import type { ArticleId } from './article.ts';
import type { InstalledDictionary, LookUp } from './dictionary.ts';

/** Name of each call → what goes in and what comes out; part of `Calls`. */
export interface ReadingCalls {
  /** All installed dictionaries, in the order in which they are asked. */
  'dictionary.list': { in: void; out: readonly InstalledDictionary[] };
  /** Lets the person choose a dictionary's file and copies the dictionary into the library; `null` when they cancel. */
  'dictionary.add': { in: void; out: InstalledDictionary | null };
  /** Takes a dictionary out of the library; `dictionary.restore` undoes it until the library is closed. */
  'dictionary.remove': { in: { readonly name: string }; out: void };
  'dictionary.restore': { in: { readonly name: string }; out: void };
  /** Asks the dictionaries that are switched on; `lang` is the language of the text, as a BCP 47 tag. */
  'dictionary.lookUp': { in: { readonly word: string; readonly lang: string | null }; out: LookUp };
  /** Opens the system's print dialog for the article; resolves when it is closed. */
  'article.print': { in: { readonly id: ArticleId }; out: void };
  /** Writes the article as a PDF where the person chooses and answers the file's name; `null` when they cancel. */
  'article.pdf': { in: { readonly id: ArticleId }; out: string | null };
  /** Shows the article's folder in the file manager. */
  'article.reveal': { in: { readonly id: ArticleId }; out: void };
  /** Shows a stored picture in the file manager; `file` is its name below `assets/`. */
  'picture.reveal': { in: { readonly file: string }; out: void };
  /** Puts a text on the clipboard, plain and as HTML of our own writing. */
  'text.copy': { in: { readonly text: string; readonly html: string }; out: void };
}
