import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Extraction } from '../../../electron/extract/extraction.ts';
import { extractText } from '../../../electron/extract/text/extractText.ts';

function extract(text: string, fileName: string | null = null): Extraction {
  return extractText({ kind: 'text', text, address: null, fileName });
}

function fixture(name: string): Extraction {
  return extract(readFileSync(join('tests', 'fixtures', 'text', name), 'utf8'), name);
}

const paragraphs = (html: string): readonly string[] =>
  [...html.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map((match) => (match[1] ?? '').replace(/<[^>]+>/g, ''));
const listItems = (html: string): readonly string[] =>
  [...html.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].map((match) => (match[1] ?? '').replace(/<[^>]+>/g, ''));

test('a post without a title line: the source line names it, promotions and credits go, the list is data', () => {
  const post = fixture('post.txt');
  expect(post.title).toBe('The Strike That Nobody Planned');
  expect(post.siteName).toBe('The Sleeper Post');
  expect(post.lang).toBe('en');
  expect(paragraphs(post.contentHtml).map((text) => text.slice(0, 24))).toEqual([
    'By now you have probably',
    'It began with a rota. On',
    'The company offered a lo',
    'There is more to it than',
  ]);
  expect(listItems(post.contentHtml)).toEqual([
    'Night trains stand still from Basel to Berlin- The Rail Gazette',
    'What the sleeper strike means for your holiday- Evening Courier',
    'Why the crews walked out at midnight- Travellers Weekly',
  ]);
  expect(post.textContent).not.toMatch(/Read Next|subscriber|Getty|Read the rest|Last Updated/);
  expect(post.removed.map((one) => one.step)).toEqual(['promotion', 'credit', 'promotion', 'source line']);
  expect(post.relatedLists).toHaveLength(1);
  expect(
    post.relatedLists[0]?.entries.map((entry) => [entry.title, entry.kind, entry.added, entry.updated, entry.position]),
  ).toEqual([
    ['Night trains return to the coast', 'video', '2015-03-01', '2015-03-03', 0],
    ["A steward remembers the winter of '96", 'article', '2015-03-01', '2015-03-02', 1],
    ['[Photos] The last green carriage', 'gallery', '2015-03-02', '2015-03-02', 2],
    ['What a timetable is made of (+video)', 'article', null, '2015-03-31', 3],
  ]);
});

test('the sample document gives exactly its title, site, body and 80 entries', () => {
  const path = join('..', 'shared', 'samples', 'space-station-post.txt');
  test.skip(!existsSync(path), 'the shared sample document is not here');
  const post = extract(readFileSync(path, 'utf8'), 'space-station-post.txt');
  expect(post.title).toBe('We Think We Know Why Russia Really Sent Troops To Kazakhstan');
  expect(post.siteName).toBe('SOFREP');
  expect(paragraphs(post.contentHtml)).toHaveLength(14);
  expect(listItems(post.contentHtml)).toHaveLength(4);
  expect(post.textContent).not.toMatch(/Read Next|subscriber|Press Service via AP|Read the rest|Last Updated/);
  expect(post.relatedLists).toHaveLength(1);
  const entries = post.relatedLists[0]?.entries ?? [];
  expect(entries).toHaveLength(80);
  expect(entries.filter((entry) => entry.kind === 'video')).toHaveLength(21);
  expect(new Set(entries.map((entry) => entry.added)).size).toBe(23);
  expect(
    entries.every((entry, index) => entry.position === index && /^2012-(09|10)-\d\d$/.test(entry.added ?? '')),
  ).toBe(true);
  expect(entries[0]?.raw).toBe(
    '- Space Shuttle STS-118 Endeavour Space Station Assembly ISS-13A.1 S5 Truss 2007 NASA - Video [Last Updated On: September 7th, 2012] [Originally Added On: September 7th, 2012]',
  );
});

test('an e-mail: headers become title, byline and date; quotes stay quotes; encoding and signature are gone', () => {
  const letter = fixture('letter.eml');
  expect(letter.title).toBe('The café at pier four');
  expect(letter.byline).toBe('Mary Okafor');
  expect(letter.published).toBe('2019-05-14T08:30:12+02:00');
  expect(letter.contentHtml).toMatch(
    /<blockquote>\s*<p>The oldest trace I know is the tax roll of 1891\. Before that the pier was a timber yard/,
  );
  expect(letter.textContent).toContain('the café at pier four is older than we thought');
  expect(letter.textContent).not.toMatch(/Return-Path|=C3|Harbour History Circle/);
});

test('a transcript: each speech with its speaker, wrapped lines joined', () => {
  const talk = fixture('interview.txt');
  expect(talk.title).toBe('An Evening with the Lighthouse Keeper');
  expect(talk.byline).toBe('Tomás Villar');
  expect(talk.published).toBe('2011-11-03');
  expect(talk.contentHtml).toContain(
    '<strong>KEEPER:</strong> Something always happens. Last week a swan landed on the gallery and refused to leave until morning.',
  );
  expect(paragraphs(talk.contentHtml)).toHaveLength(6);
});

test('hard-wrapped paragraphs and list items are joined; separate ones are not', () => {
  const story = fixture('wrapped.txt');
  expect(story.title).toBe('The Bridge That Was Too Short');
  expect(paragraphs(story.contentHtml)).toEqual([
    'The engineers measured the river twice and the bridge once, which is the wrong way round. When the two halves met in the middle there was a gap of eleven centimetres, wide enough to lose a well-known hat in.',
    'Nobody was dismissed. The town bought eleven centimetres of steel, had them painted in a slightly different green, and has shown them to visitors ever since.',
    'What remained of the plans:',
  ]);
  expect(listItems(story.contentHtml)).toEqual([
    'the first drawing, in pencil, with a stain of tea that covers the very place where the mistake was made',
    'the second drawing, in ink',
    'a bill for green paint',
    'Measure.',
    'Measure again.',
  ]);
});

test('Markdown: front matter gives the facts, the page is rendered and sanitised, its list is data', () => {
  const notes = fixture('notes.md');
  expect(notes).toMatchObject({
    title: 'Salt Roads of the Upper Valley',
    byline: 'Ines Marchetti, Paul Varga',
    siteName: 'Valley Notes',
    published: '2020-06-01',
    updated: '2020-06-09',
    lang: 'en',
    canonicalUrl: 'https://valley.example/salt-roads',
  });
  expect(notes.contentHtml).toContain('<strong>mules</strong>');
  expect(notes.contentHtml).toContain('https://valley.example/bridges');
  expect(notes.contentHtml).toMatch(/<table[\s\S]*Upper[\s\S]*<\/table>/);
  expect(notes.contentHtml).toMatch(/<pre[\s\S]*mules x bridges = toll/);
  expect(notes.contentHtml).not.toMatch(/<script|alert\(|newsletter|Toll Keepers|<h1/);
  expect(
    notes.relatedLists.map((list) => [
      list.heading,
      ...list.entries.map((entry) => [entry.title, entry.url, entry.published]),
    ]),
  ).toEqual([
    [
      'Related posts',
      ['The Toll Keepers of the Lower Bridge', 'https://valley.example/toll-keepers', '2020-05-12'],
      ['How a Mule Was Priced in 1740', 'https://valley.example/price-of-a-mule', '2020-04-03'],
    ],
  ]);
});

test('text is never taken for HTML', () => {
  const note = extract('A note on tags\n\nWrite <img src=x onerror=alert(1)> & mean it, said the first of them.\n');
  expect(note.contentHtml).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; mean it');
  expect(note.contentHtml).not.toContain('<img');
});

test('a title is found when no line is one: the name of the file, else the first words', () => {
  expect(extract('just a few words about rain and nothing else, really nothing.', 'rain_in-may.txt').title).toBe(
    'rain in may',
  );
  expect(extract('just a few words about rain and nothing else, really nothing.').title).toBe(
    'just a few words about rain and nothing else, really nothing.',
  );
});

test('Arabic and Japanese texts keep their direction and their words', () => {
  const arabic = extract(
    'ذهب البحار إلى الميناء قبل الفجر، وكان الضباب كثيفا حتى إنه لم ير السفينة التي جاء من أجلها، فجلس ينتظر على الرصيف حتى طلعت الشمس.',
  );
  expect([arabic.dir, arabic.lang]).toEqual(['rtl', 'ar']);
  const japanese = extract('船は朝の六時に出ました。\n霧が深くて、港の灯りはすぐに\n見えなくなりました。');
  expect(japanese.dir).toBe('ltr');
  expect(japanese.words).toBeGreaterThan(8);
});

test('a document of white space is refused with a plain message', () => {
  expect(() => extract(' \n\t\n')).toThrow(expect.objectContaining({ code: 'no-content' }));
});
