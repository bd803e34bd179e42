// The comments below an article: found, kept apart, in the order and the depth they stand in; and what is not one.
import { expect, test } from 'playwright/test';
import { extractArticle } from '../../../electron/extract/extract.ts';
import type { Extraction } from '../../../electron/extract/extraction.ts';
import { findComments } from '../../../electron/extract/findComments.ts';
import { openPage } from '../../../electron/extract/page.ts';
import { sanitize } from '../../../electron/extract/sanitize.ts';

const PROSE =
  'The clock over the fish market ran four minutes fast for as long as anybody could remember, so that the boats would not be late. ' +
  'When it was mended last spring, the first thing that happened was that everybody missed the ferry, and the second was a petition.';

function extract(
  below: string,
  { address = 'https://quay.example/2021/the-fast-clock', head = '', within = '' } = {},
): Extraction {
  return extractArticle({
    kind: 'html',
    text:
      `<!doctype html><html lang="en"><head><title>The fast clock</title>${head}</head><body><main><article><h1>The fast clock</h1>` +
      `<p>${PROSE}</p><p>${PROSE}</p>${within}<p>${PROSE}</p></article>${below}</main></body></html>`,
    address,
    fileName: null,
  });
}

/** Comments as an outline: each line a comment's words, indented by how deep it stands. */
function outline(html: string): readonly string[] {
  const page = openPage(html, null);
  return page
    .$('li')
    .toArray()
    .map((item) => {
      const own = page.$(item).clone();
      own.children('ol').remove();
      const depth = page.$(item).parents('li').length;
      return `${'  '.repeat(depth)}${own.text().replace(/\s+/g, ' ').trim()}`;
    });
}

const BLOG = `<div id="comments" class="comments-area"><h2>3 thoughts on “The fast clock”</h2><ol class="comment-list">
<li id="comment-11" class="comment depth-1"><article id="div-comment-11" class="comment-body">
<footer class="comment-meta"><img class="avatar" src="https://faces.example/1.png"> <b>Ilse</b> <span class="says">says:</span></footer>
<div class="comment-content"><p>My grandmother signed it <a href="/petition" onclick="x()">twice</a>.</p></div>
<div class="reply"><a href="?replytocom=11">Reply</a></div></article>
<ol class="children"><li id="comment-12" class="comment depth-2"><article class="comment-body" id="div-comment-12"><b>Otto</b><p>Mine as well.</p></article></li></ol></li>
<li id="comment-13" class="comment depth-1"><article class="comment-body" id="div-comment-13"><b>Maren</b><p>I was on that ferry. Alone.</p></article></li>
</ol><div id="respond"><h3>Leave a reply</h3><form><textarea></textarea><button>Send</button></form></div></div>`;

test('comments of a blog are kept apart from the article, answers below what they answer', () => {
  const { comments, textContent, contentHtml, words } = extract(BLOG);
  expect(comments?.count).toBe(3);
  expect(outline(comments?.html ?? '')).toEqual([
    'Ilse My grandmother signed it twice.',
    '  Otto Mine as well.',
    'Maren I was on that ferry. Alone.',
  ]);
  expect(comments?.html).toContain('<a href="https://quay.example/petition">twice</a>');
  expect(comments?.html).not.toMatch(/<img|Leave a reply|Reply|onclick|says/);
  for (const text of [textContent, contentHtml]) expect(text).not.toMatch(/grandmother|Otto|Maren/);
  expect(words).toBe(extract('').words);
});

const para = (who: string, says: string): string => `<b>${who}</b><p>${says}</p>`;

const FOUND: Readonly<Record<string, readonly [html: string, found: readonly string[]]>> = {
  'by their type in the page’s data': [
    `<div><div itemprop="comment" itemscope itemtype="https://schema.org/Comment">${para('Ada', 'It was five minutes.')}</div>
     <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">${para('Bo', 'Four, I measured it.')}</div></div>`,
    ['Ada It was five minutes.', 'Bo Four, I measured it.'],
  ],
  'under a heading with their number': [
    `<section><h3>2 Comments</h3><ul><li>${para('Ada', 'It was five minutes, and everybody on the quay knew.')}</li><li>${para('Bo', 'Four, I measured it with a stop watch.')}</li></ul></section>`,
    ['Ada It was five minutes, and everybody on the quay knew.', 'Bo Four, I measured it with a stop watch.'],
  ],
  'under a German heading': [
    `<section><h3>Kommentare (1)</h3><ul><li>${para('Ada', 'Es waren fünf Minuten, und alle am Kai wussten das.')}</li></ul></section>`,
    ['Ada Es waren fünf Minuten, und alle am Kai wussten das.'],
  ],
  'under a Chinese heading': [
    `<section><h3>评论</h3><ul><li>${para('阿达', '其实快了五分钟，码头上的人都知道这件事，只是没有人愿意说出来，因为大家都怕错过渡船。')}</li></ul></section>`,
    ['阿达 其实快了五分钟，码头上的人都知道这件事，只是没有人愿意说出来，因为大家都怕错过渡船。'],
  ],
  'in the class names of a French site': [
    `<div class="commentaires"><div class="commentaire">${para('Ada', 'Cinq minutes.')}</div><div class="commentaire">${para('Bo', 'Quatre.')}</div></div>`,
    ['Ada Cinq minutes.', 'Bo Quatre.'],
  ],
  'with answers in elements of the same name': [
    `<div class="comment-thread"><div class="comment">${para('Ada', 'Five.')}<div class="replies"><div class="comment">${para('Bo', 'Four.')}</div></div></div><div class="comment">${para('Cy', 'Three.')}</div></div>`,
    ['Ada Five.', '  Bo Four.', 'Cy Three.'],
  ],
};

for (const [name, [html, found]] of Object.entries(FOUND)) {
  test(`comments are found ${name}`, () => {
    const { comments } = extract(html);
    expect(outline(comments?.html ?? '')).toEqual(found);
    expect(comments?.count).toBe(found.length);
  });
}

test('what is kept of comments is clean: sanitising it again changes nothing', () => {
  const hostile = BLOG.replace(
    'Mine as well.',
    'Mine <script>alert(1)</script><b onmouseover="x()">as <i>well</b>.<iframe src="//x.example">',
  );
  const html = extract(hostile).comments?.html ?? '';
  expect(html).not.toMatch(/script|onmouseover|iframe/);
  const page = openPage(html, null);
  expect(sanitize(page.body === undefined ? [] : [page.body], new Set(), page).html.replaceAll('\n', '')).toBe(
    html.replaceAll('\n', ''),
  );
});

const NONE: Readonly<Record<string, Parameters<typeof extract>>> = {
  'on a page without any': ['<p class="comments-link"><a href="#respond">Leave a comment</a></p>'],
  'in a form and an invitation': [
    '<div id="comments"><h3>Comments</h3><form><label>Your comment</label><textarea></textarea></form><p>Be the first to comment.</p></div>',
  ],
  'in the rules of the house, which stand where comments would': [
    `<section class="comments"><div class="comment"><p>We ask you to be kind to one another, to stay with the matter, and to leave the clock out of it.</p></div></section>`,
  ],
  'on a thread, whose posts are the content': [BLOG, { address: 'https://quay.example/threads/the-fast-clock.81/' }],
  'on questions and answers': [
    BLOG,
    { head: '<script type="application/ld+json">{"@type":"QAPage","name":"Why is the clock fast?"}</script>' },
  ],
  'in a list of the newest comments elsewhere': [
    '<aside><h3>Comments</h3><ul><li class="comment">Bo on <a href="/x">another article that has nothing to do with this one</a></li></ul></aside>',
  ],
};

for (const [name, [below, more]] of Object.entries(NONE)) {
  test(`no comments are found ${name}`, () => expect(extract(below, more).comments).toBeNull());
}

test('a comment that the article took in is not kept as what is left of it', () => {
  const page = openPage(
    `<body><article><p>${PROSE}</p></article><div class="comments"><div class="comment" id="comment-1"><b>Ilse</b><p>${PROSE}</p></div>` +
      `<div class="comment" id="comment-2"><b>Otto</b><p>Mine as well.</p></div></div></body>`,
    null,
  );
  const roots = [...page.$('article').toArray(), ...page.$('#comment-1 p').toArray()];
  const found = findComments(page, { roots, dropped: new Set() });
  expect(outline(found?.html ?? '')).toEqual(['Otto Mine as well.']);
});

test('what stands in the article is no comment', () => {
  const page = openPage(
    `<body><article><p>${PROSE}</p><div class="comment" id="comment-1"><p>Quoted from a letter.</p></div></article>${BLOG}</body>`,
    null,
  );
  const roots = page.$('article').toArray().slice(0, 1);
  const found = findComments(page, { roots, dropped: new Set() });
  expect(found?.html).not.toContain('letter');
  expect(found?.count).toBe(3);
});
