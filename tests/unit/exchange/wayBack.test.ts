// What leaves a library and comes back to one: the same, byte for byte; and joined with what is there, so that nothing is lost.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import type { Layover } from '../../../electron/layover.ts';
import { articlesOf, aDraft, someFiles } from '../store/drafts.ts';
import { aHighlight, aTarget } from '../../helpers/highlights.ts';
import { fillShelf, openShelf, type Shelf } from './shelf.ts';

const LATER = (): Date => new Date('2027-05-01T08:00:00.000Z');

/** Reads, highlights and refreshes some, so that there is something of everything to be lost. */
async function useIt({ library }: Layover): Promise<void> {
  const [first, second] = await articlesOf(library);
  if (first === undefined || second === undefined) throw new Error('too few articles');
  const made = aHighlight({ articleId: first.id, target: aTarget('The ferry'), note: 'Ask Bo.', tags: ['crew'] });
  // What was taken away is noted, and the note goes along.
  await library.highlights.rewrite(first.id, first.title, () => ({
    highlights: [made],
    changes: [{ name: '0'.repeat(20), at: '2026-11-01T08:00:00.000Z', isGone: true }],
  }));
  await library.update(first.id, (article) => ({ ...article, tags: ['crew', 'ropes'] }));
  expect(await library.update(first.id, (article) => ({ ...article, tags: ['crew'] }))).toMatchObject({
    tagChanges: [
      { name: 'ropes', isGone: true },
      { name: 'crew', isGone: false },
    ],
  });
  await library.keepVersion(second.id);
  const { id: _id, ...draft } = second;
  await library.replace(second.id, aDraft({ ...draft, report: second.report }), someFiles('A newer text.'));
  await library.update(second.id, (article) => ({
    ...article,
    reading: { ...article.reading, progress: 0.5, block: 3, seconds: 90 },
    look: { textSize: 22 },
  }));
}

async function restore(shelf: Shelf, file: string): ReturnType<Shelf['over']> {
  shelf.keeper.restore(file);
  return shelf.over();
}

test('an export as JSON restored into an empty library is exported again byte for byte, but for its date', async () => {
  const testInfo = test.info();
  test.setTimeout(120_000);
  const [one, two] = [testInfo.outputPath('one.json'), testInfo.outputPath('two.json')];
  const from = await openShelf(testInfo.outputPath('from'));
  await fillShelf(from.layover, 25);
  await useIt(from.layover);
  const trashed = (await articlesOf(from.layover.library)).at(-1);
  if (trashed !== undefined) await from.layover.remove(trashed.id);
  expect(await from.export({ form: 'json' }, one)).toMatchObject({ state: 'done', added: 24 });
  await from.close();
  const to = await openShelf(testInfo.outputPath('to'), LATER);
  expect(await restore(to, one)).toMatchObject({ state: 'done', added: 24, merged: 0, leftOutCount: 0 });
  await to.export({ form: 'json' }, two);
  const without = (file: string): string => readFileSync(file, 'utf8').replace(/"exported":"[^"]*"/, '');
  expect(readFileSync(two, 'utf8')).toContain('2027-05-01');
  // Told in words first: a difference of megabytes is nothing to look at.
  expect(without(two).length).toBe(without(one).length);
  expect(without(two) === without(one)).toBe(true);
  // A second time changes nothing, and what another program has laid out otherwise is read all the same.
  const pretty = testInfo.outputPath('pretty.json');
  writeFileSync(pretty, JSON.stringify(JSON.parse(readFileSync(one, 'utf8')), null, 2));
  expect(await restore(to, pretty)).toMatchObject({ state: 'done', done: 24, added: 0, merged: 0 });
  expect([...from.bugs, ...to.bugs]).toEqual([]);
  await to.close();
});

test('a backup is laid out as the library is, and brings back every file of it', async () => {
  const testInfo = test.info();
  test.setTimeout(120_000);
  const file = testInfo.outputPath('all.layover-backup');
  const from = await openShelf(testInfo.outputPath('from'));
  await fillShelf(from.layover, 25);
  await useIt(from.layover);
  await from.layover.library.setSettings({
    textSize: 23,
    views: [{ id: 'v', name: 'Sea', query: 'tag:+sea', sort: 'saved', isReversed: false, icon: null }],
  });
  from.keeper.backup(file);
  expect(await from.over()).toMatchObject({ state: 'done', kind: 'backup', added: 25, done: 25 });
  const to = await openShelf(testInfo.outputPath('to'));
  expect(await restore(to, file)).toMatchObject({ state: 'done', added: 25, merged: 0, leftOutCount: 0 });
  for (const place of ['articles', 'assets', 'versions', 'highlights']) {
    expect(filesBelow(testInfo.outputPath(`to/${place}`))).toEqual(filesBelow(testInfo.outputPath(`from/${place}`)));
  }
  expect(to.layover.library.settings()).toEqual(from.layover.library.settings());
  await from.close();
  await to.close();
});

test('what was made of an article here and elsewhere is joined, and the copy that is not read is kept', async () => {
  const testInfo = test.info();
  test.setTimeout(120_000);
  const file = testInfo.outputPath('old.layover-backup');
  const shelf = await openShelf(testInfo.outputPath('library'));
  const { library } = shelf.layover;
  const kept = await library.add(aDraft(), someFiles('The first text.'), (article) => ({
    ...article,
    tags: ['old'],
    starred: true,
  }));
  const trashed = await library.add(aDraft({ title: 'Trashed' }), someFiles());
  await library.highlights.update(kept.id, kept.title, () => [aHighlight({ articleId: kept.id, note: 'then' })]);
  shelf.keeper.backup(file);
  await shelf.over();
  await library.replace(kept.id, aDraft({ title: 'Newer' }), someFiles('The second text.'));
  await library.update(kept.id, (article) => ({
    ...article,
    tags: ['new'],
    starred: false,
    reading: { ...article.reading, progress: 0.8, block: 9 },
  }));
  const again = aHighlight({ articleId: kept.id, note: 'now', changed: '2099-01-01T00:00:00.000Z' });
  await library.highlights.update(kept.id, kept.title, () => [again]);
  await shelf.layover.remove(trashed.id);
  expect(await restore(shelf, file)).toMatchObject({ state: 'done', added: 0, merged: 2, leftOutCount: 0 });
  const after = await library.article(kept.id);
  expect(after).toMatchObject({ title: 'Newer', tags: ['new', 'old'], starred: true });
  // Who restores what they had removed puts it in anew, so that no other machine's removal takes it away.
  expect(after.tagChanges.find(({ name }) => name === 'old')).toMatchObject({ isGone: false });
  expect(after.reading.progress).toBe(0.8);
  expect(await library.text(kept.id)).toBe('The second text.');
  const [copy] = await library.versions(kept.id);
  expect(await library.versionText(kept.id, copy?.saved ?? '')).toBe('The first text.');
  expect((await library.highlights.of(kept.id)).map(({ note }) => note)).toEqual(['now\n\nthen']);
  expect((await library.article(trashed.id)).title).toBe('Trashed');
  expect(await restore(shelf, file)).toMatchObject({ state: 'done', added: 0, merged: 0 });
  expect(shelf.bugs).toEqual([]);
  await shelf.close();
});

test('a backup that is damaged is told, what is whole of it comes back, and nothing that is here suffers', async () => {
  const testInfo = test.info();
  test.setTimeout(120_000);
  const file = testInfo.outputPath('all.layover-backup');
  const from = await openShelf(testInfo.outputPath('from'));
  for (const number of [1, 2, 3])
    await from.layover.library.add(aDraft({ title: `No ${number}` }), someFiles(`Text ${number}`));
  from.keeper.backup(file);
  await from.over();
  await from.close();
  const bytes = readFileSync(file);
  const at = bytes.indexOf('content.html', bytes.indexOf('content.html') + 1) + 20;
  const to = await openShelf(testInfo.outputPath('to'));
  writeFileSync(
    testInfo.outputPath('bent'),
    bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte)),
  );
  const bent = await restore(to, testInfo.outputPath('bent'));
  expect(bent).toMatchObject({ state: 'done', added: 2, leftOutCount: 1 });
  expect(bent.leftOut[0]?.reason).toMatch(/was changed|cannot be unpacked/);
  writeFileSync(testInfo.outputPath('cut'), bytes.subarray(0, bytes.byteLength - 100));
  expect(await restore(to, testInfo.outputPath('cut'))).toMatchObject({
    state: 'failed',
    error: { code: 'unreadable' },
  });
  writeFileSync(testInfo.outputPath('other'), 'Dear diary');
  expect(await restore(to, testInfo.outputPath('other'))).toMatchObject({
    state: 'failed',
    error: { code: 'unreadable' },
  });
  expect(to.bugs).toEqual([]);
  await to.close();
});

test('a text that Layover would not have written is not let in', async () => {
  const testInfo = test.info();
  test.setTimeout(120_000);
  const file = testInfo.outputPath('one.json');
  const from = await openShelf(testInfo.outputPath('from'));
  await from.layover.library.add(aDraft(), someFiles('Harmless'));
  await from.export({ form: 'json' }, file);
  await from.close();
  const to = await openShelf(testInfo.outputPath('to'));
  for (const evil of [
    '<script>x</script>',
    '<p onclick=x>',
    '<a href=javascript:x>y</a>',
    '<img src=https://track.example/x.png>',
  ]) {
    const bad = testInfo.outputPath('bad.json');
    writeFileSync(bad, readFileSync(file, 'utf8').replace('<p>Harmless</p>', evil));
    expect(await restore(to, bad)).toMatchObject({ state: 'done', added: 0, leftOutCount: 1 });
  }
  expect(to.layover.library.catalogue.count).toBe(0);
  await to.close();
});

test('backups made by themselves: one when it is due, as many as are wanted, and what hinders them is told', async () => {
  const testInfo = test.info();
  test.setTimeout(120_000);
  let time = Date.parse('2026-11-28T12:00:00.000Z');
  const shelf = await openShelf(testInfo.outputPath('library'), () => new Date(time));
  const { library } = shelf.layover;
  const { backups } = shelf.keeper;
  await library.add(aDraft(), someFiles());
  const folder = testInfo.outputPath('library/..');
  await library.setSettings({ backupsKept: 2 });
  const names = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.layover-backup'));
  expect(await backups.look()).toBeUndefined();
  await backups.choose(folder);
  expect(await backups.look()).toMatchObject({ state: 'done' });
  expect(await backups.look()).toBeUndefined();
  for (let day = 0; day < 3; day += 1) {
    time += 86_400_000;
    expect(await backups.look()).toMatchObject({ state: 'done' });
  }
  expect(names()).toHaveLength(2);
  expect(await backups.state()).toMatchObject({ count: 2, failure: null, last: '2026-12-01T12:00:00.000Z' });
  await backups.choose(testInfo.outputPath('not-there'));
  expect(await backups.look()).toMatchObject({ state: 'failed', error: { code: 'disk' } });
  expect((await backups.state()).failure).toContain('not there');
  // Not at every look: the disk may be out for a while.
  expect(await backups.look()).toBeUndefined();
  expect(names()).toHaveLength(2);
  await shelf.close();
});

function filesBelow(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.bak'))
      .map((entry) => {
        const path = `${entry.parentPath}/${entry.name}`;
        return [path.slice(folder.length), readFileSync(path, 'base64')] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
