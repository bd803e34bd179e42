// Whole pages of our own writing, each with the article and the facts that must come of it; `npm run fixture` makes one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { FIXTURES, writtenFixture } from '../../tools/fixture/writtenFixture.ts';

for (const name of readdirSync(FIXTURES)) {
  test(`${name}: the article and what is told of it are as they were looked at`, () => {
    const read = (file: string): string => readFileSync(join(FIXTURES, name, file), 'utf8');
    const found = writtenFixture(name, read('page.html'));
    expect(found['article.html']).toBe(read('article.html'));
    expect(found['article.json']).toBe(read('article.json'));
  });
}
