// What an archive page lists is known as a person would say it: every post, nothing else, with its dates, and where the list goes on.
import { expect, test } from 'playwright/test';
import { extractArticle } from '../../../electron/extract/extract.ts';
import { listOnPage, readOn } from '../../../electron/library/following/feedPages.ts';
import { BLOGS } from './archiveLayouts.ts';
import { SITES } from './siteLayouts.ts';

const HOST = 'https://ropewalk.example';
const signal = new AbortController().signal;
const pool = { extract: (input: Parameters<typeof extractArticle>[0]) => Promise.resolve(extractArticle(input)) };

for (const { name, path, html, entries, older } of [...BLOGS, ...SITES]) {
  test(name, async () => {
    const found = await listOnPage(html, `${HOST}${path}`, { pool, signal });
    const fetch = (): never => {
      throw new Error('no further page is read');
    };
    const read =
      found === undefined
        ? undefined
        : await readOn(
            found.list,
            `${HOST}${path}`,
            { atMost: 0, isEnough: () => false },
            { pool, signal, fetch, privateHost: null },
          );
    const listed = (read?.entries ?? []).map(({ url, title, kind, added, published, updated }) => [
      url?.replace(HOST, ''),
      title,
      kind,
      added ?? published,
      updated,
    ]);
    expect(listed).toEqual(entries);
    expect(read?.older ?? null).toBe(older === null ? null : `${HOST}${older}`);
  });
}
