// Nothing in; a long article of our own invention out, as its site would send it: 20,000 words in sections, with 60 pictures. Pure.
import { png } from '../../unit/capture/pictures.ts';
import type { Routes } from '../../helpers/site.ts';
import { inventLanguages } from './languages.ts';
import { chanceOf } from './seeded.ts';
import { capitalized } from './seededPosts.ts';

/** Words of the article, without its headings and captions. */
const LONG_WORDS = 20_000;
/** Its pictures. */
export const LONG_PICTURES = 60;
/** Its title. */
export const LONG_TITLE = 'The longest way along the coast';

const PARAGRAPH_WORDS = 80;
const PARAGRAPHS = LONG_WORDS / PARAGRAPH_WORDS;

/** The article at `/long`, with its pictures. */
export function longArticleRoutes(): Routes {
  const chance = chanceOf(31, 1);
  const words = inventLanguages()[0]?.words ?? [];
  const sentence = (length: number): string =>
    `${capitalized(Array.from({ length }, () => words[chance.rank(words.length)] ?? '').join(' '))}.`;
  const paragraph = (): string => Array.from({ length: PARAGRAPH_WORDS / 16 }, () => sentence(16)).join(' ');
  const parts = Array.from({ length: PARAGRAPHS }, (_, at) => {
    const heading = at % 12 === 0 ? `<h2>${sentence(4)}</h2>` : '';
    const picture = Math.floor((at * LONG_PICTURES) / PARAGRAPHS);
    const isNext = picture !== Math.floor(((at + 1) * LONG_PICTURES) / PARAGRAPHS);
    const figure = isNext
      ? `<figure><img src="/picture/${picture}.png" alt="Picture ${picture + 1}"><figcaption>${sentence(6)}</figcaption></figure>`
      : '';
    return `${heading}<p>${paragraph()}</p>${figure}`;
  });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${LONG_TITLE}</title></head>
<body><main><article><h1>${LONG_TITLE}</h1>${parts.join('\n')}</article></main></body></html>`;
  const pictures = Array.from({ length: LONG_PICTURES }, (_, at): [string, Routes[string]] => [
    `/picture/${at}.png`,
    { headers: { 'content-type': 'image/png' }, body: png(640 + at, 360) },
  ]);
  return { '/long': { body: html }, ...Object.fromEntries(pictures) };
}
