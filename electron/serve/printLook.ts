// The person's settings and an article's title in; how the article is drawn on paper and what its file is called out.
import type { Article } from '#contract/article.ts';
import type { Settings } from '#contract/settings.ts';

/** An article to be put on paper. */
export interface PrintJob {
  /** Path of its document below the app's own origin. */
  readonly page: string;
  readonly title: string;
  /** A style sheet with the type the person reads in. Paper is always light. */
  readonly style: string;
}

const MOST_LETTERS = 100;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** What to print, and how. */
export function printJob(
  { id, title }: Pick<Article, 'id' | 'title'>,
  { textSize, leading, font }: Settings,
): PrintJob {
  // Three quarters of a pixel are a point; what is easy to read on a screen is large on paper.
  const points = Math.round(textSize * 0.58 * 10) / 10;
  const family = font === 'serif' ? 'var(--serif)' : 'var(--sans)';
  const style = `:root { --text-size: ${points}pt; --leading: ${Math.min(leading, 1.6)}; --font: ${family}; }`;
  return { page: `/article/${id}/`, title, style };
}

/** A title as the name of a file that every system takes, without its ending. */
export function fileNameOf(title: string): string {
  const name = Array.from(title.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' '))
    .slice(0, MOST_LETTERS)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return name === '' || DEVICE.test(name) ? 'Article' : name;
}
