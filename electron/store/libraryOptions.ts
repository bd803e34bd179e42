// How a library is opened: what it is kept on, who it is that opens it, and what of it is looked at first.
import type { Article } from '#contract/article.ts';
import type { ArticleKeys } from './catalogue/row.ts';
import type { Disk } from './disk.ts';
import type { Processes } from './lock.ts';

/** How to open a library. */
export interface LibraryOptions {
  readonly now: () => Date;
  /** Opens without the lock, touches nothing on the disk and refuses every change with `locked`. */
  readonly readOnly?: boolean;
  /** Opens it although another machine has not closed it: the person says that it is not open there. */
  readonly takesOver?: boolean;
  /** As many random bytes as asked for; the system's unless given. */
  readonly random?: (size: number) => Uint8Array;
  readonly disk?: Disk | undefined;
  readonly processes?: Processes;
  /** Under what articles are found beside their ids; under nothing unless given. */
  readonly keysOf?: (article: Article) => ArticleKeys;
  /** How many articles are looked at one by one before the library is open; of more, the catalogue is trusted until `check`. 200 unless given. */
  readonly looksAtUpTo?: number;
}
