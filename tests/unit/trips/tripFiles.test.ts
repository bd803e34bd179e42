// A trip as one page and as a book: what is in them, that every link within leads somewhere, and that the page asks for nothing from outside.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'playwright/test';
import { openShelf } from '../exchange/shelf.ts';
import { tripOf, writeTrip } from './packs.ts';

const run = promisify(execFile);
const EPUBCHECK = '/usr/share/java/epubcheck.jar';

test('one page has the whole trip: ids there once, links that lead somewhere, pictures inside, nothing that runs', async () => {
  const testInfo = test.info();
  test.setTimeout(120_000);
  const shelf = await openShelf(testInfo.outputPath('library'));
  const { id, ids } = await tripOf(shelf, 40, 28);
  const file = testInfo.outputPath('trip.html');
  expect(await writeTrip(shelf, id, 'html', file)).toMatchObject({ state: 'done', added: 28, leftOutCount: 0 });
  expect(shelf.bugs).toEqual([]);
  await shelf.close();
  const $ = load(readFileSync(file, 'utf8'));
  expect($('h1').text()).toBe('Lisbon & <back>');
  expect($('.departs').text()).toContain('Tuesday');
  expect($('.departs').text()).toContain('07:40');
  expect($('.departs').text()).toContain('Western European Standard Time · Europe/Lisbon');
  expect($('script, link, iframe, object, embed, video, audio, form, base').length).toBe(0);
  const all = $('[id]')
    .toArray()
    .map(({ attribs }) => attribs['id'] ?? '');
  expect(new Set(all).size).toBe(all.length);
  const targets = $('a[href^="#"]')
    .toArray()
    .map(({ attribs }) => (attribs['href'] ?? '').slice(1));
  expect(targets.filter((target) => !all.includes(target))).toEqual([]);
  expect($('img').length).toBeGreaterThan(20);
  expect($('img:not([src^="data:image/"])').length).toBe(0);
  expect($('[onload], [onclick], [style], [srcset], [background]').length).toBe(0);
  // Text and lists lead to what is in the trip; what is not leads to the web.
  const third = ids[3];
  const first = $(`#a-${ids[0]}`);
  expect(first.find('.content a:contains("Next")').attr('href')).toBe(`#a-${ids[1]}`);
  expect(first.find('.related li.here a').attr('href')).toBe(`#a-${third}`);
  expect(first.find('.related a:contains("Elsewhere")').attr('href')).toBe('https://elsewhere.example/ä b?q={1}|2');
  expect($(`#a-${ids[27]} .related a:contains("One of these")`).attr('href')).toBe('https://shelf.example/2');
  expect($('#board tbody tr').length).toBe(28);
  expect($(`#board tbody a[href="#a-${third}"]`).length).toBe(1);
  expect($('#contents li').length).toBe(28);
  const rtl = $('article[dir="rtl"]');
  expect(rtl.length).toBeGreaterThan(3);
  expect(first.find('.source').text()).toMatch(/^Saved from https:\/\/shelf\.example\/12 on \d/);
  expect($('article').filter((_, each) => !/^Saved (?:from|on) /.test($(each).find('.source').text())).length).toBe(0);
});

test('a trip makes a book with board and timeline that EPUBCheck has nothing to say of', async () => {
  const testInfo = test.info();
  test.setTimeout(180_000);
  const shelf = await openShelf(testInfo.outputPath('library'));
  const { id, ids } = await tripOf(shelf, 45, 33);
  const book = testInfo.outputPath('trip.epub');
  expect(await writeTrip(shelf, id, 'epub', book)).toMatchObject({ state: 'done', added: 33, leftOutCount: 0 });
  expect(shelf.bugs).toEqual([]);
  await shelf.close();
  const files = unzipSync(readFileSync(book));
  const page = (name: string): string => strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());
  expect(page('board.xhtml')).toContain(`<a href="text/${ids[0]}.xhtml">`);
  expect(page('timeline.xhtml')).toContain(`<a href="text/${ids[3]}.xhtml">`);
  expect(page('contents.xhtml')).toContain('<a href="board.xhtml">Departure board</a>');
  expect(page(`text/${ids[0]}.xhtml`)).toContain(`<a href="${ids[3]}.xhtml">One of these</a>`);
  test.skip(!existsSync(EPUBCHECK), 'EPUBCheck is not installed here (Debian: epubcheck), so nobody judged the book');
  const said = await run('java', ['-jar', EPUBCHECK, book], { maxBuffer: 1 << 26 }).catch(
    (failure: unknown) => failure,
  );
  const lines = ['stdout', 'stderr'].flatMap((name) => String(Reflect.get(Object(said), name)).split('\n'));
  expect(lines.filter((line) => /^(?:FATAL|ERROR|WARNING|Messages)/.test(line))).toEqual([
    'Messages: 0 fatals / 0 errors / 0 warnings / 0 infos',
  ]);
});
