// The person's settings and an article's title in; how the article is drawn on paper and what its file is called out.
import type { Article } from '#contract/article.ts';
import type { Settings, TextFont } from '#contract/settings.ts';

/** An article to be put on paper. */
export interface PrintJob {
  /** Path of its document below the app's own origin. */
  readonly page: string;
  readonly title: string;
  /** A style sheet with the type the person reads in. Paper is always light. */
  readonly style: string;
}

// As page.css names them.
const FACES = {
  serif: ['var(--literata)', 'serif'],
  sans: ['var(--hanken-grotesk)', 'sans-serif'],
  legible: ["'Atkinson Hyperlegible'", 'sans-serif'],
  dyslexic: ["'OpenDyslexic'", 'sans-serif'],
  mono: ['var(--jetbrains-mono)', 'monospace'],
} as const satisfies Readonly<Record<TextFont, readonly [string, string]>>;

/** What to print, and how: in the look of the article where it has one of its own, else as the settings say. */
export function printJob({ id, title, look }: Pick<Article, 'id' | 'title' | 'look'>, settings: Settings): PrintJob {
  const { textSize, leading, font, justified } = { ...settings, ...look };
  // Three quarters of a pixel are a point; what is easy to read on a screen is large on paper.
  const points = Math.round(textSize * 0.58 * 10) / 10;
  const [face, fallback] = FACES[font];
  const style = `:root { --text-size: ${points}pt; --leading: ${Math.min(leading, 1.6)}; --face: ${face}; --fallback: ${fallback}; }
${justified ? '.content p { text-align: justify; hyphens: auto; }' : ''}`;
  return { page: `/article/${id}/whole/`, title, style };
}
