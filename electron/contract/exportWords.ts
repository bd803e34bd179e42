// What exported files say in words of their own, where people read them; what programs read is the same in every language.

/** In English, which the command line speaks. `{date}`, `{count}` and `{reason}` are filled in. */
export const EXPORT_WORDS: ExportWords = {
  lang: 'en',
  dir: 'ltr',
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
};

/** Such words in some language. */
export interface ExportWords {
  /** As HTML names languages. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly saved: string;
  readonly savedWith: string;
  readonly related: string;
  readonly highlights: string;
  readonly contents: string;
  readonly landmarks: string;
  readonly cover: string;
  readonly begin: string;
  readonly articles: string;
  readonly unreadable: string;
}

/** A text with what its one gap is for. */
export function filled(text: string, gap: 'date' | 'count' | 'reason', value: string): string {
  return text.replace(`{${gap}}`, () => value);
}
