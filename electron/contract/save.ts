// A save: one thing a person asked to keep, from the asking until it is kept or has failed.
import type { ArticleId } from './article.ts';
import type { ErrorReport } from './errors.ts';

/** What to save: an address, a file's bytes, or text or HTML that was pasted. */
export type SaveSource =
  | { readonly from: 'address'; readonly address: string }
  | { readonly from: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly from: 'paste'; readonly text: string; readonly html: string | null };

/** Where a save stands. `ready` means on disk; `failed` keeps the source so that it can be tried again. */
export type SaveState =
  | { readonly state: 'waiting' }
  | { readonly state: 'fetching'; readonly receivedBytes: number }
  | { readonly state: 'extracting' }
  /** An article of several pages: so many are here; `total` is `null` when the site does not say. */
  | { readonly state: 'pages'; readonly done: number; readonly total: number | null }
  | { readonly state: 'images'; readonly done: number; readonly total: number }
  | { readonly state: 'ready'; readonly articleId: ArticleId; readonly wasKnown: boolean }
  | { readonly state: 'failed'; readonly error: ErrorReport };

/** A save as the window and the command line see it. */
export interface Save {
  /** Counts up from 1 for each library. */
  readonly id: number;
  /** The address, the file's name, or the first words of what was pasted. */
  readonly label: string;
  /** When it was asked for, an ISO instant. */
  readonly asked: string;
  readonly progress: SaveState;
}
