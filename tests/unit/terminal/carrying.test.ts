// A library taken out and brought back from a terminal: the built program, and what it says when it cannot.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { layover, type Run } from '../../helpers/commandLine.ts';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-cli-'));
});

test.afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const on = (library: string, ...words: string[]): Promise<Run> => layover(['--library', at(library), ...words]);

const BODY = 'The keeper wrote every arrival down by hand, one line for each night. '.repeat(8);
const EXPORT = JSON.stringify(
  ['The ledger', 'Salt roads', 'Night boat'].map((title, index) => ({
    id: index + 1,
    title,
    url: `https://dead.example/${index}`,
    is_archived: 0,
    is_starred: index === 0 ? 1 : 0,
    created_at: '2016-09-08T11:55:58+0200',
    tags: ['ships'],
    content: `<p>${title}. ${BODY}</p>`,
  })),
);

test('a library leaves by every form and comes back from its backup and its JSON', async () => {
  test.setTimeout(240_000);
  writeFileSync(at('wallabag.json'), EXPORT);
  expect(await on('one', 'import', at('wallabag.json'))).toMatchObject({ code: 0, stderr: '' });

  expect(await on('one', 'export', at('all.csv'), '--as', 'csv')).toEqual({
    code: 0,
    stdout: 'all.csv: 3 articles\n',
    stderr: '',
  });
  expect(readFileSync(at('all.csv'), 'utf8').trim().split('\n')).toHaveLength(4);
  const starred = await on('one', 'export', at('starred'), '--as', 'markdown', '--query', 'is:starred', '--json');
  expect(starred.code).toBe(0);
  expect(JSON.parse(starred.stdout)).toMatchObject({ kind: 'export', state: 'done', name: 'starred', added: 1 });
  expect(readdirSync(at('starred'))).toContain('The ledger.md');
  const again = await on('one', 'export', at('starred'), '--as', 'markdown');
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toContain('is there already');
  expect((await on('one', 'export', at('pages.zip'), '--as', 'html')).stdout).toBe('pages.zip: 3 articles\n');
  expect(readFileSync(at('pages.zip')).subarray(0, 2).toString()).toBe('PK');

  expect((await on('one', 'backup', at('all.layover-backup'))).stdout).toBe(
    'all.layover-backup: 3 articles, read back\n',
  );
  expect((await on('two', 'import', at('all.layover-backup'), '--preview')).stdout).toBe(
    'layover: 3 articles\n3 new\n',
  );
  expect((await on('two', 'import', at('all.layover-backup'))).stdout).toBe(
    'all.layover-backup: 3 articles, 3 new, 0 joined\n',
  );
  await on('two', 'export', at('two.json'), '--as', 'json');
  expect((await on('one', 'restore', at('two.json'))).stdout).toBe('two.json: 3 articles, 0 new, 0 joined\n');
  expect((await on('three', 'import', at('two.json'))).stdout).toBe('two.json: 3 articles, 3 new, 0 joined\n');
  expect((await on('three', 'list', 'tag:ships')).stdout).toContain('Salt roads');
});

test('what cannot be done is said in one line, and nothing is written', async () => {
  writeFileSync(at('none.zip'), 'PK but no archive');
  const foreign = await on('one', 'restore', at('none.zip'));
  expect(foreign.code).toBe(1);
  expect(foreign.stderr).toContain('neither a backup of Layover nor a library');
  const empty = await on('one', 'export', at('all.epub'), '--as', 'epub');
  expect(empty).toMatchObject({ code: 1, stderr: 'layover: There is no article to export. Nothing was written.\n' });
  const view = await on('one', 'export', at('all.epub'), '--as', 'epub', '--view', 'Sea');
  expect(view.stderr).toBe('layover: There is no view "Sea". There are none.\n');
  expect((await on('one', 'backup', at('not/there'))).stderr).toContain('is not there any more');
  expect((await on('one', 'export', at('all.pdf'), '--as', 'pdf')).code).toBe(2);
  expect(readdirSync(folder).filter((name) => name.startsWith('all') || name === 'not')).toEqual([]);
});

test('a file of feeds is followed', async () => {
  writeFileSync(
    at('feeds.opml'),
    '<opml version="2.0"><body><outline text="Notes" type="rss" xmlUrl="http://127.0.0.1:9/feed"/></body></opml>',
  );
  const preview = await on('one', 'import', at('feeds.opml'), '--preview');
  expect(preview.stdout).toContain('feeds: 1');
  const run = await on('one', 'import', at('feeds.opml'));
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain('feeds followed: 1');
});
