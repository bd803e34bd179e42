// A passage and its source, in all styles, with what articles lack and what their letters do to a style's own signs.
import { expect, test } from 'playwright/test';
import { fileNameOf } from '#contract/fileName.ts';
import { cite } from '../../../renderer/reader/citation.ts';
import { anArticle } from '../../helpers/articles.ts';

const written = { published: '4 September 2026', accessed: 'saved 1 October 2026' };

test('plain: the passage in quotes, then author, title, site, dates and address', () => {
  const { text, html } = cite('It is “late”, he said.\r\n\r\n\r\nToo late.', anArticle(), written, 'plain');
  expect(text).toBe(
    '“It is ‘late’, he said.\n\nToo late.”\n\n— Ada Marsh, “The last bar of signal”, Layover Notes, 4 September 2026, saved 1 October 2026.\nhttps://notes.example/last-signal',
  );
  expect(html).toBe(
    '<blockquote dir="ltr" lang="en"><p>It is “late”, he said.</p><p>Too late.</p></blockquote>' +
      '<p>— <bdi>Ada Marsh</bdi>, <a href="https://notes.example/last-signal"><cite dir="ltr" lang="en">The last bar of signal</cite></a>, Layover Notes, 4 September 2026, saved 1 October 2026.</p>',
  );
});

test('without a selection the reference stands alone; what is not known is left out', () => {
  const bare = anArticle({ byline: null, siteName: null, published: null, canonicalUrl: null, lang: null });
  const { text, html } = cite('  \n', bare, { ...written, published: null }, 'plain');
  expect(text).toBe('“The last bar of signal”, saved 1 October 2026.');
  expect(html).toBe('<p><cite dir="ltr">The last bar of signal</cite>, saved 1 October 2026.</p>');
});

test('a title that reads from right to left keeps its place in the line', () => {
  const article = anArticle({ title: 'آخر إشارة', byline: null, dir: 'rtl', lang: 'ar' });
  const { text, html } = cite('', article, written, 'plain');
  expect(text).toContain('“\u2068آخر إشارة\u2069”, Layover Notes');
  expect(html).toContain('<cite dir="rtl" lang="ar">');
});

test('a site that is its own author is named once', () => {
  const { text } = cite('', anArticle({ byline: 'Layover Notes' }), written, 'plain');
  expect(text.split('Layover Notes')).toHaveLength(2);
});

test('HTML of an article is text in a citation', () => {
  const { html } = cite('<script>x</script>', anArticle({ title: '<b>"T"</b>', byline: '<i>' }), written, 'plain');
  expect(html).not.toMatch(/<script|<b>|<i>/);
});

test('Markdown: a quote of all its lines, the title linked, signs of Markdown only letters', () => {
  const article = anArticle({ title: 'Stars * and [brackets]', canonicalUrl: 'https://a.example/x y>' });
  expect(cite('# One\n\n1. two_three', article, written, 'markdown').text).toBe(
    '> \\# One\n>\n> \\1. two\\_three\n>\n> — Ada Marsh, [Stars \\* and \\[brackets\\]](<https://a.example/x%20y%3E>), Layover Notes, 4 September 2026, saved 1 October 2026.',
  );
});

test('BibTeX: several authors, a key, dates as they are known, signs of TeX only letters', () => {
  const article = anArticle({ byline: 'Ada Marsh, Bo Çelik', title: '100 % of {it} & more_~', published: '2026-09' });
  expect(cite('', article, written, 'bibtex').text).toBe(
    [
      '@online{marsh2026aaaa,',
      '  author = {Ada Marsh and Bo Çelik},',
      '  title = {{100 \\% of \\{it\\} \\& more\\_\\textasciitilde{}}},',
      '  organization = {Layover Notes},',
      '  date = {2026-09},',
      '  url = {https://notes.example/last-signal},',
      '  urldate = {2026-10-01},',
      '  langid = {en},',
      '}',
    ].join('\n'),
  );
});

for (const [title, name] of [
  ['What is <b>/proc</b>? A "tour": 1*2|3', 'What is b proc b A tour 1 2 3'],
  ['  ...hidden. ', 'hidden'],
  ['CON', 'Article'],
  ['', 'Article'],
  ['日本語の題', '日本語の題'],
  ['x'.repeat(300), 'x'.repeat(100)],
] as const) {
  test(`the file of “${title.slice(0, 20)}” has a name that every system takes`, () => {
    expect(fileNameOf(title)).toBe(name);
  });
}
