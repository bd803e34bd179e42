// What was removed and can be had back for a while.
import type { ArticleId } from './article.ts';

/** Days for which what was removed is kept. */
export const TRASH_DAYS = 30;

/** An article in the trash. */
export interface TrashEntry {
  readonly id: ArticleId;
  /** `null` when it cannot be read; it can still be brought back by hand and be removed for good. */
  readonly title: string | null;
  readonly siteName: string | null;
  readonly host: string | null;
  /** Its files and pictures, in bytes; 0 when it cannot be read. */
  readonly sizeBytes: number;
  /** An ISO instant. */
  readonly removed: string;
  /** Whole days until it goes for good, by the days on which a plausible clock was seen; 0 for one that goes at the next start. */
  readonly daysLeft: number;
}

/** A piece of the trash, last removed first. */
export interface TrashPage {
  readonly total: number;
  readonly entries: readonly TrashEntry[];
}
