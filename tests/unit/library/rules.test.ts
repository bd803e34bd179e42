// Rules: what is done with an article as it is saved, once, and on demand with the whole library.
import { expect } from 'playwright/test';
import type { Rule } from '#contract/views.ts';
import { withRules } from '../../../electron/library/care/rules.ts';
import { anArticle } from '../../helpers/articles.ts';
import { test } from '../store/testLibrary.ts';
import { fillLibrary, openCared } from './careLibrary.ts';

const NOW = new Date('2026-10-01T08:00:00.000Z');

function aRule(when: string, actions: Rule['actions'], change: Partial<Rule> = {}): Rule {
  return { id: when.replace(/\W/g, '-').slice(0, 40), name: when, isOn: true, when, actions, ...change };
}

test('a rule does what it says with what it fits, and nothing else', () => {
  const article = anArticle();
  const tagged = withRules(article, [aRule('site:notes.example', { addTags: ['Notes'], star: true })], NOW);
  expect(tagged).toEqual({ ...article, tags: ['Notes'], starred: true });
  const done = withRules(article, [aRule('words:<1000 -is:starred', { archive: true, markRead: true })], NOW);
  expect(done.reading).toEqual({ ...article.reading, archived: true, read: article.saved });
  const unchanged = [
    aRule('site:other.example', { star: true }),
    aRule('site:notes.example', { star: true }, { isOn: false }),
    aRule('', { star: true }),
    aRule('is:', { star: true }),
    aRule('signal', { star: true }),
    aRule('site:notes.example OR signal', { star: true }),
    aRule('site:notes.example', {}),
  ];
  for (const rule of unchanged) expect(withRules(article, [rule], NOW), rule.when).toBe(article);
});

test('rules are carried out in their order, each on what the ones before it left', () => {
  const rules = [
    aRule('tag:long', { archive: true }),
    aRule('words:>100', { addTags: ['Long'] }),
    aRule('tag:long', { star: true }),
  ];
  const { tags, starred, reading } = withRules(anArticle(), rules, NOW);
  expect([tags, starred, reading.archived]).toEqual([['Long'], true, false]);
});

test('a rule is carried out on what is newly saved and not on what is saved again', async ({ folder }) => {
  const { layover, bugs } = await openCared(folder);
  await layover.library.setSettings({ rules: [aRule('kind:article', { addTags: ['New'], star: true })] });
  const text = 'A ferry is a promise. '.repeat(40);
  const html = `<html><head><title>Ferry</title><link rel="canonical" href="https://ferry.example/a"></head><body><article><h1>Ferry</h1><p>${text}</p></article></body></html>`;
  const source = { from: 'file', name: 'ferry.html', bytes: new TextEncoder().encode(html) } as const;
  const ready = async (): Promise<string> => {
    const { id } = await layover.saves.add(source, 'ferry');
    await expect
      .poll(() => layover.saves.list().find((save) => save.id === id)?.progress.state ?? 'gone', { timeout: 20_000 })
      .toMatch(/ready|gone|failed/);
    return layover.library.catalogue.ids().join();
  };
  await ready();
  const [id] = layover.library.catalogue.ids();
  if (id === undefined) throw new Error('it was saved');
  expect(await layover.library.article(id)).toMatchObject({ tags: ['New'], starred: true });
  await layover.change(id, (article) => ({ ...article, tags: [], starred: false }));
  expect(await ready()).toBe(id);
  expect(await layover.library.article(id)).toMatchObject({ tags: [], starred: false });
  expect(bugs).toEqual([]);
  await layover.close();
});

test('a rule is carried out on the whole library when asked, and taken back', async ({ folder }) => {
  const ids = await fillLibrary(folder, 10);
  const { layover } = await openCared(folder);
  const rule = aRule('site:even.example', { addTags: ['Even'] }, { id: 'even', isOn: false });
  await layover.library.setSettings({ rules: [rule, aRule('tide', { star: true }, { id: 'words' })] });
  const done = await layover.care.applyRule('even');
  expect(done).toMatchObject({ kind: 'rule', changed: 5, failed: 0 });
  expect((await layover.search.find('tag:even')).rows).toHaveLength(5);
  await layover.care.undo(done.undo ?? 0);
  expect((await layover.search.find('tag:even')).rows).toHaveLength(0);
  await expect(layover.care.applyRule('words')).rejects.toMatchObject({ code: 'bad-input' });
  await expect(layover.care.applyRule('none')).rejects.toMatchObject({ code: 'not-found' });
  expect(layover.library.catalogue.count).toBe(ids.length);
  await layover.close();
});

test('views and rules that could not be read again are refused', async ({ folder }) => {
  const { layover } = await openCared(folder);
  const { library } = layover;
  const view = { id: 'long', name: 'Long', query: 'words:>2000', sort: 'left', isReversed: false, icon: null } as const;
  await library.setSettings({ views: [view, { ...view, id: 'longer' }] });
  expect(library.settings().views.map(({ id }) => id)).toEqual(['long', 'longer']);
  const refused = [
    { views: [view, view] },
    { views: [{ ...view, name: '' }] },
    { views: Array.from({ length: 101 }, (_, number) => ({ ...view, id: `v${number}` })) },
    { rules: [aRule('is:unread', { addTags: ['a,b'] })] },
    { rules: [aRule('is:unread', { addTags: [' a'] })] },
    { capBytes: 5 },
  ];
  for (const change of refused) {
    await expect(library.setSettings(change)).rejects.toMatchObject({ code: 'bad-input' });
  }
  await layover.close();
});
