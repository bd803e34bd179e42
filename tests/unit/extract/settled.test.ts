// What was sanitised is at rest, also where a page's own links, notes, drawings and tables make that hard.
import { expect, test } from 'playwright/test';
import { openPage } from '../../../electron/extract/page.ts';
import { sanitize } from '../../../electron/extract/sanitize.ts';

function clean(html: string, address: string | null = 'https://quay.example/post'): string {
  const page = openPage(html, address);
  return sanitize(page.body === undefined ? [] : [page.body], new Set(), page).html;
}

const DRAWING = `data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0L9 9'/></svg>`;

test('a link to what is not kept leads to the page, and one within an article finds its place', () => {
  const page =
    '<p><a href="#kept">one</a> <a href="#gone">two</a></p><form><button id="gone">x</button></form><h2 id="kept">Here</h2>';
  expect(clean(page)).toBe(
    '<p><a href="#a-kept">one</a> <a href="https://quay.example/post#gone">two</a></p>\n<h2 id="a-kept">Here</h2>',
  );
  expect(clean(page, null)).toBe('<p><a href="#a-kept">one</a> two</p>\n<h2 id="a-kept">Here</h2>');
});

test('a drawing that is written into an address keeps the spaces that it needs', () => {
  expect(clean(`<p>A <img src="${DRAWING}" alt="line"></p>`)).toContain("<svg%20xmlns='http".replace('<', '&lt;'));
});

for (const [name, html] of [
  ['an id that nothing leads to any more', '<button><a href="#x">up</a></button><p id="x">Text</p>'],
  ['an id that moves on to a rule', '<p><a href="#x">down</a></p><div id="x"></div><hr><p>Text</p>'],
  ['two places of one name', '<p><a href="#x y">down</a> <a href="#x-y">too</a></p><p id="x y">A</p><p id="x-y">B</p>'],
  [
    'language and direction of a block around',
    '<div lang="en" dir="rtl"><ol start="3"><li>A</li></ol><h2 id="x">B</h2></div><p><a href="#x">up</a></p>',
  ],
  ['lines of code that begin with breaks', '<pre><br><br>code</pre><pre><br></pre><p>Text</p>'],
  ['a row without cells', '<table><tr></tr><tr><td>A</td><td>B</td></tr></table>'],
  ['a drawing with spaces', `<p>A <img src="${DRAWING}"></p>`],
] as const)
  test(`sanitising again changes nothing: ${name}`, () => {
    const once = clean(html);
    expect(once).not.toBe('');
    expect(clean(once)).toBe(once);
  });
