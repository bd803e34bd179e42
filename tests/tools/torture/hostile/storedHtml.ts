// Hostile HTML in; what the library would store of it out: sanitised, its pictures none of which could be fetched. Pure.
import { openPage } from '../../../../electron/extract/page.ts';
import { placeImages } from '../../../../electron/extract/placeImages.ts';
import { sanitize } from '../../../../electron/extract/sanitize.ts';

const ADDRESS = 'https://hostile.example/a/page';

/** All that sanitising lets through of a page, nothing being left out of it as no part of an article. */
export function sanitizedHtml(html: string): string {
  const page = openPage(html, ADDRESS);
  return sanitize(page.body === undefined ? [] : [page.body], new Set(), page).html;
}

/** As it is put into an article's folder. */
export function storedHtml(html: string): string {
  return placeImages(sanitizedHtml(html), new Map());
}
