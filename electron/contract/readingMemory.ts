// What is kept of reading beside the articles themselves.
import type { ArticleId } from './article.ts';
import type { ReadingSpeed } from './readingSpeed.ts';

/** Where the person was, and how fast they read. */
export interface ReadingMemory {
  /** The window's address when it was left: what follows the `#`. */
  readonly address: string;
  /** The article that was opened last. */
  readonly article: ArticleId | null;
  readonly speed: ReadingSpeed;
}

/** The memory of a new library. */
export const NO_MEMORY: ReadingMemory = { address: '', article: null, speed: {} };
