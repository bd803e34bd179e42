// HTML in; what DOMPurify, the sanitiser of another hand, takes away of it out, in a page of a real Chromium that it is put into first.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright/test';

/** What DOMPurify did to one text. */
export interface Purified {
  /** Elements, handlers, addresses and other attributes that it took away, each in words. */
  readonly taken: readonly string[];
  /** Whether its tree is another one than the browser's, whatever it says that it took. */
  readonly isOther: boolean;
}

/** Something that the list of an article keeps and DOMPurify's own list does not have, with the reason why that is no hole. */
export interface Addition {
  readonly option: 'ADD_TAGS' | 'ADD_ATTR';
  readonly name: string;
  readonly why: string;
}

/** All that is added to DOMPurify's defaults; an address is judged by its defaults alone, our own pictures' among them. */
export const ADDITIONS: readonly Addition[] = [
  { option: 'ADD_TAGS', name: 'none', why: 'an empty place in a formula' },
  { option: 'ADD_ATTR', name: 'intent', why: 'how a formula is read aloud' },
  {
    option: 'ADD_ATTR',
    name: 'form',
    why: 'on which side of its terms a sign of a formula stands; the list gives it to formulas alone',
  },
];

/** Puts DOMPurify into a page and answers its version. Throws where it says itself that it can do nothing, for then it lets everything through. */
export async function loadPurify(page: Page): Promise<string> {
  const root = resolve(process.env['QUALITY_ROOT'] ?? '.');
  const path = createRequire(join(root, 'package.json')).resolve('dompurify/purify.js');
  await page.addScriptTag({ path });
  const version = await page.evaluate(() => {
    const purify: unknown = Reflect.get(globalThis, 'DOMPurify');
    const read = (name: string): unknown => Reflect.get(Object(purify), name);
    return read('isSupported') === true ? String(read('version')) : undefined;
  });
  if (version === undefined) throw new Error('DOMPurify does not work in this browser');
  return version;
}

/** Asks DOMPurify about texts; `additions` are those of `ADDITIONS`, or none. Runs in the page, so it stands on nothing outside of itself. */
export function purify({
  htmls,
  additions,
}: {
  readonly htmls: readonly string[];
  readonly additions: readonly Addition[];
}): readonly Purified[] {
  const own: unknown = Reflect.get(globalThis, 'DOMPurify');
  const read = (of: unknown, name: string): unknown => Reflect.get(Object(of), name);
  const sanitize = read(own, 'sanitize');
  if (typeof sanitize !== 'function') throw new Error('DOMPurify is not in this page');
  const named = (option: string): readonly string[] =>
    additions.flatMap((addition) => (addition.option === option ? [addition.name] : []));
  const settings = { RETURN_DOM: true, ADD_TAGS: named('ADD_TAGS'), ADD_ATTR: named('ADD_ATTR') };
  const inWords = (entry: unknown): string => {
    const [attribute, from, element] = ['attribute', 'from', 'element'].map((name) => read(entry, name));
    if (attribute instanceof Attr)
      return `${attribute.name} of ${from instanceof Element ? from.localName : 'something'}`;
    return element instanceof Element ? element.localName : 'a comment or the like';
  };
  return htmls.map((html) => {
    const body = document.implementation.createHTMLDocument('').body;
    body.innerHTML = html;
    const result: unknown = Reflect.apply(sanitize, own, [html, settings]);
    const removed = read(own, 'removed');
    return {
      taken: Array.isArray(removed) ? removed.map(inWords) : ['nobody knows what'],
      isOther: !(result instanceof HTMLElement) || !result.isEqualNode(body),
    };
  });
}
