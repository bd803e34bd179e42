// How a document of an article looks: a look in, attributes and properties that `page.css` knows out. Nothing else of the document changes.
import type { ArticleLook, TextLook } from '#contract/settings.ts';
import type { DrawnTheme } from '../../ui/theme.ts';

/** A look with everything it takes to draw it. */
export interface DrawnLook extends Omit<TextLook, 'theme'> {
  readonly theme: DrawnTheme;
  readonly vertical: boolean;
}

/** The settings, and over them what is otherwise in one article. */
export function joinLook(settings: TextLook, own: ArticleLook | null): TextLook & { readonly vertical: boolean } {
  return { ...settings, vertical: false, ...own };
}

const DOWNWARDS: Readonly<Record<string, 'rl' | 'lr'>> = { ja: 'rl', zh: 'rl', ko: 'rl', mn: 'lr' };

/** The side from which lines that run downwards follow each other in a language; `undefined` where none are written so. */
export function downwards(lang: string | null): 'rl' | 'lr' | undefined {
  const name = lang?.split('-')[0]?.toLowerCase() ?? '';
  return Object.hasOwn(DOWNWARDS, name) ? DOWNWARDS[name] : undefined;
}

/** Gives the document its theme and the reader's type; `page.css` knows these names. */
export function dress(page: Document, look: DrawnLook): void {
  const { style, dataset, lang } = page.documentElement;
  const marks = {
    theme: look.theme,
    font: look.font,
    paragraphs: look.paragraphs,
    justified: look.justified ? '' : undefined,
    hyphenated: look.hyphenated ? '' : undefined,
    vertical: look.vertical ? downwards(lang) : undefined,
  };
  for (const [name, value] of Object.entries(marks)) {
    if (value === undefined) delete dataset[name];
    else dataset[name] = value;
  }
  style.setProperty('--text-size', `${look.textSize}px`);
  style.setProperty('--measure', String(look.measure));
  style.setProperty('--leading', String(look.leading));
}

/** Whether the browser knows how to part words of a language; tried with a word of it that every dictionary parts. */
export function canHyphenate(page: Document, lang: string): boolean {
  const words: Readonly<Record<string, string>> = {
    de: 'Donaudampfschifffahrt',
    en: 'representation',
    fr: 'représentation',
  };
  const trial = page.createElement('p');
  trial.lang = lang;
  trial.textContent = words[lang.split('-')[0] ?? ''] ?? 'representation';
  // Where a word may be broken anywhere, two lines would tell nothing.
  trial.style.cssText =
    'overflow-wrap:normal;word-break:normal;position:absolute;visibility:hidden;inline-size:4em;hyphens:auto;line-height:1;font-size:16px;margin:0';
  page.body.append(trial);
  const isParted = trial.getBoundingClientRect().height > 20;
  trial.remove();
  return isParted;
}
