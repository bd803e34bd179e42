// What is asked of the window that opens articles to see whether they work without a network, and what it answers.
import type { ArticleLook, TextLook } from './settings.ts';

/** How the article is to be set: as the person reads it. */
export interface MeasuredLook extends Omit<TextLook, 'theme'> {
  readonly theme: Exclude<TextLook['theme'], 'system'>;
  readonly vertical: boolean;
}

/** The look of an article in that window, where nobody is asked whether it is dark. */
export function measuredLook(settings: TextLook, own: ArticleLook | null): MeasuredLook {
  const { theme, textSize, measure, leading, font, paragraphs, justified, hyphenated, vertical } = {
    vertical: false,
    ...settings,
    ...own,
  };
  const drawn = theme === 'system' ? 'paper' : theme;
  return { theme: drawn, textSize, measure, leading, font, paragraphs, justified, hyphenated, vertical };
}

/** A picture that stands in the document, by its path there. */
export interface MeasuredPicture {
  readonly path: string;
  /** Of a film, which is here as a link. */
  readonly isPoster: boolean;
  /** Decoded, and with a place in the layout; of one that stands there more than once, each time. */
  readonly isShown: boolean;
}

/** What was found in an opened document. */
export interface MeasuredPage {
  /** Whether it is an article at all; all else is empty when it is not. */
  readonly isArticle: boolean;
  /** Whether it says that its comments are lost. */
  readonly lacksComments: boolean;
  /** Text of the content that has a place in the layout, blocks parted by line ends. */
  readonly text: string;
  readonly pictures: readonly MeasuredPicture[];
  /** Typefaces that the text asked for and that did not load. */
  readonly failedFonts: readonly string[];
  /** Characters of the text that no typeface here has; at most 20. */
  readonly missingGlyphs: readonly string[];
}
