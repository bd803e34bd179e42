// A wish in; where it leads to out.
import { FORMS_OF_MANY, type LibraryForm, type LibraryWish } from '#contract/libraryExport.ts';

/** Where a wish leads to: a file of this ending, or a new folder. */
export type Destination = { readonly kind: 'file'; readonly ending: string } | { readonly kind: 'folder' };

const ENDINGS: Readonly<Record<LibraryForm, string>> = {
  epub: 'epub',
  markdown: 'md',
  html: 'html',
  pdf: 'pdf',
  json: 'json',
  csv: 'csv',
  bookmarks: 'html',
  opml: 'opml',
};

/** Where so many articles go; one article alone is a file of its own, but for a note, which has pictures beside it. */
export function destinationOf({ form, isZipped }: Pick<LibraryWish, 'form' | 'isZipped'>, count: number): Destination {
  if (!FORMS_OF_MANY.includes(form) || (count === 1 && form !== 'markdown'))
    return { kind: 'file', ending: ENDINGS[form] };
  return isZipped ? { kind: 'file', ending: 'zip' } : { kind: 'folder' };
}
