// What exported files say in words of their own, where people read them; what programs read is the same in every language.

/** In English. `{date}`, `{count}` and `{reason}` are filled in. */
export const FILE_WORDS = {
  saved: 'Saved {date}',
  savedWith: 'Saved {date} with Layover',
  related: 'Related posts',
  highlights: 'Highlights and notes',
  contents: 'Contents',
  landmarks: 'Landmarks',
  cover: 'Cover',
  begin: 'Begin reading',
  articles: 'Articles: {count}',
  unreadable: 'This article could not be read. {reason}',
} as const;

/** Such words in some language. */
export type ExportWords = { readonly [Name in keyof typeof FILE_WORDS]: string } & {
  /** As HTML names languages. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
};

/** What the command line speaks. */
export const EXPORT_WORDS: ExportWords = { lang: 'en', dir: 'ltr', ...FILE_WORDS };

/** A text with what its one gap is for. */
export function filled(text: string, gap: 'date' | 'count' | 'reason', value: string): string {
  return text.replace(`{${gap}}`, () => value);
}
