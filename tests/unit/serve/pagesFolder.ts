// A folder with all that the app's scheme serves, with a secret beside it and a link that leads out; and what answers requests for it.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { createPages } from '../../../electron/serve/pages.ts';
import { anArticle } from '../../helpers/articles.ts';
import { responseOf } from '../../helpers/pageAnswer.ts';

/** What stands in the file that nobody may get. */
export const SECRET = 'the secret outside';
const TRIP = 'aaaaaaaaaaaa';
/** What the article holds. */
export const CONTENT =
  '<p>Stored text.</p><p><img src="/assets/ab/picture.svg" alt="src=&quot;&gt;" width="20" height="10"></p>';

/** Fills an empty folder. */
export function fillPagesFolder(folder: string): void {
  for (const name of ['built/renderer/window', 'built/fonts', 'built/resources', 'assets/ab']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  writeFileSync(join(folder, 'built/renderer/index.html'), '<!doctype html><title>Layover</title>');
  writeFileSync(join(folder, 'built/renderer/window/main.js'), 'export {};');
  writeFileSync(join(folder, 'built/resources/page.css'), 'p { margin: 0 }');
  writeFileSync(join(folder, 'assets/ab/picture.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'built/fonts/link.woff2'));
}

/** Answers for the folder, with one article and no library. */
export function openPages(
  folder: string,
  change: Partial<Article> = {},
  comments: Promise<string | null> = Promise.resolve(null),
) {
  const article = anArticle({ title: 'Above <the> valley', lang: 'en', ...change });
  const pages = createPages({
    builtFolder: join(folder, 'built'),
    article: (id) =>
      id === article.id ? Promise.resolve(article) : Promise.reject(new AppError('not-found', 'Not here.')),
    content: () => Promise.resolve(CONTENT),
    comments: () => comments,
    assetFile: (file) => Promise.resolve(file === 'ab/picture.svg' ? join(folder, 'assets/ab/picture.svg') : undefined),
    fitPicture: (file, width) =>
      Promise.resolve(width < 100 ? new TextEncoder().encode(`${file} at ${width}`) : undefined),
    tripPicture: (trip, name) =>
      Promise.resolve(trip === TRIP && name === 'first.png' ? join(folder, 'first.png') : undefined),
  });
  return {
    article,
    get: async (path: string, method = 'GET') => responseOf(await pages({ url: `layover-app://app${path}`, method })),
  };
}
