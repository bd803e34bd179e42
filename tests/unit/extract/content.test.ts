// Pages of many kinds, of our own writing, with what a reader must find of each and what must be gone.
import { expect, test } from 'playwright/test';
import { extractArticle } from '../../../electron/extract/extract.ts';
import type { Extraction } from '../../../electron/extract/extraction.ts';
import { PAGES } from '../../fixtures/content/pages.ts';

function extract(html: string): Extraction {
  return extractArticle({ kind: 'html', text: html, address: 'https://tidewater.example/a/post', fileName: null });
}

for (const { name, html, keeps, drops } of PAGES) {
  test(`${name}: the text is whole and clean`, () => {
    const { textContent } = extract(html);
    const text = textContent.replace(/\s+/g, ' ');
    for (const words of keeps) expect(text).toContain(words);
    for (const words of drops) expect(text).not.toContain(words);
  });
}

test('what is left out is told with the reason', () => {
  const page = PAGES.find(({ name }) => name === 'news');
  const { removed } = extract(page?.html ?? '');
  const steps = new Map(removed.map(({ step, text }) => [text.slice(0, 12), step]));
  expect(steps.get('We use cooki')).toBe('cookie notice');
  expect(steps.get('Share this s')).toBe('share bar');
  expect(steps.get('Home')).toBe('navigation');
});

test('headings, lists, tables, figures, code, quotes, definitions and details keep their form', () => {
  const page = PAGES.find(({ name }) => name === 'documentation');
  const { contentHtml } = extract(page?.html ?? '');
  for (const tag of ['<h2', '<ul', '<ol', '<table', '<pre', '<code', '<blockquote', '<dl', '<details', '<figcaption']) {
    expect(contentHtml).toContain(tag);
  }
  expect(contentHtml).toContain('  if (tide.rising) {\n    cast(off);\n  }');
});

test('a page that says little is still read', () => {
  const { textContent } = extract('<html><body><div>The ferry is late.</div></body></html>');
  expect(textContent).toContain('The ferry is late.');
});

test('a page of navigation alone makes for less confidence than an article', () => {
  const news = extract(PAGES.find(({ name }) => name === 'news')?.html ?? '');
  const links = Array.from({ length: 40 }, (_, i) => `<li><a href="/${String(i)}">Place ${String(i)}</a></li>`).join(
    '',
  );
  const list = extract(`<html><body><ul>${links}</ul><p>Forty places by the water.</p></body></html>`);
  expect(list.confidence).toBeLessThan(news.confidence);
});
