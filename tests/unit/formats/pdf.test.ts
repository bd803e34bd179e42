// PDFs as ways in: paragraphs made whole again, headings, figures, and scanned pages as pictures; and those that cannot be opened.
import { expect } from 'playwright/test';
import { hashOf, test } from './filesTest.ts';
import { lockedPdf, longPdf, PARAGRAPHS, photograph, reportPdf, scannedPdf } from './pdfs.ts';

test('a report: its facts, its headings, its paragraphs whole over lines and pages', async ({ shelf }) => {
  const bytes = await reportPdf();
  const { article, text, html } = await shelf.keep('report.pdf', bytes);
  expect(article).toMatchObject({
    title: 'A wall of tides',
    byline: 'Ines Calder, Tomas Reyl',
    lang: 'en-GB',
    source: 'report.pdf',
    canonicalUrl: null,
    original: { mediaType: 'application/pdf', encoding: null, sizeBytes: bytes.length },
  });
  const blocks = text.trim().split('\n\n');
  expect(blocks.filter((block) => block.length > 40)).toEqual(PARAGRAPHS);
  expect(html).toContain('<h3>The builders</h3>');
  for (const edge of ['Quay Letters, Reports', 'stamp', 'low water']) expect(text).not.toContain(edge);
  expect(Buffer.from((await shelf.layover.library.original(article.id)).bytes).equals(bytes)).toBe(true);
});

test('a figure of strokes becomes a picture where it stands', async ({ shelf }) => {
  const { article, html } = await shelf.keep('report.pdf', await reportPdf());
  expect(article.report).toMatchObject({ imagesFound: 1, imagesStored: 1 });
  const [picture] = article.images;
  expect(picture).toMatchObject({ url: 'cid:page-1-figure-1', mediaType: 'image/png' });
  expect(picture?.width).toBeGreaterThan(500);
  expect(picture?.width).toBeLessThan(1000);
  expect(html.indexOf('<img')).toBeGreaterThan(html.indexOf('Nobody asked'));
  expect(html.indexOf('<img')).toBeLessThan(html.indexOf('When the builders'));
});

test('scanned pages are there as pictures, the very ones in the file where that can be', async ({ shelf }) => {
  const scans = [photograph(120, 160), photograph(160, 120)];
  const { article, text } = await shelf.keep('scan.pdf', await scannedPdf(scans));
  expect(article.title).toBe('scan');
  expect(text.trim()).toBe('');
  expect(article.images.map(({ url }) => url)).toEqual(['cid:page-1', 'cid:page-2', 'cid:page-3']);
  expect((await shelf.pictures(article)).slice(0, 2)).toEqual(scans.map(hashOf));
  expect(article.images[2]).toMatchObject({ width: 1400, mediaType: 'image/png' });
});

test('five hundred pages are kept in order', async ({ shelf }) => {
  const { text } = await shelf.keep('long.pdf', await longPdf(500));
  const marks = [...text.matchAll(/Mark (\d+) of the wall\./g)].map(([, mark]) => Number(mark));
  expect(marks).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
});

for (const [what, make, words] of [
  ['with a password', lockedPdf, /locked with a password/],
  ['cut off in the middle', async () => (await reportPdf()).subarray(0, 600), /cut off or broken/],
  ['of nothing but its mark', async () => Buffer.from('%PDF-1.7\n'), /cut off or broken/],
] as const) {
  test(`a PDF ${what} is refused and nothing is stored`, async ({ shelf }) => {
    const failure = await shelf.refused('x.pdf', await make());
    expect(failure.code).toBe('unreadable');
    expect(failure.message).toMatch(words);
    expect(failure.message).toContain('Nothing was stored');
    expect(await shelf.layover.cards()).toEqual([]);
  });
}
