// Calls as the window makes them: known names and fitting inputs are answered, everything else is refused in words.
import { expect, test } from 'playwright/test';
import { AppError } from '#contract/errors.ts';
import { checked, inputs } from '../../../electron/serve/input.ts';
import { dispatch, route, type Routes } from '../../../electron/serve/router.ts';
import { NO_FILTER } from '#contract/post.ts';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';

/** Every route fails loudly but the ones a test is about. */
function someRoutes(change: Partial<Routes>): Routes {
  const refuse = (): Promise<never> => Promise.reject(new Error('not part of this test'));
  return {
    'folder.state': refuse,
    'folder.move': refuse,
    'folder.open': refuse,
    'folder.make': refuse,
    'folder.revealOld': refuse,
    'folder.trashOld': refuse,
    'conflicts.list': refuse,
    'conflicts.reveal': refuse,
    'update.state': refuse,
    'update.look': refuse,
    'update.fetch': refuse,
    'update.install': refuse,
    'folder.dismiss': refuse,
    'folder.takeOver': refuse,
    'library.room': refuse,
    'dictionary.list': refuse,
    'dictionary.add': refuse,
    'dictionary.remove': refuse,
    'dictionary.restore': refuse,
    'dictionary.lookUp': refuse,
    'article.print': refuse,
    'article.pdf': refuse,
    'article.reveal': refuse,
    'picture.reveal': refuse,
    'text.copy': refuse,
    'trips.list': refuse,
    'trip.make': refuse,
    'trip.change': refuse,
    'trip.remove': refuse,
    'trip.restore': refuse,
    'trip.fill': refuse,
    'trip.lock': refuse,
    'trip.swap': refuse,
    'trip.add': refuse,
    'trip.drop': refuse,
    'trip.move': refuse,
    'trip.export': refuse,
    'trip.leave': refuse,
    'trip.stay': refuse,
    'trip.landing': refuse,
    'trip.board': refuse,
    'trip.pack': refuse,
    'trip.check': refuse,
    'trip.repair': refuse,
    'trip.stop': refuse,
    'import.choose': refuse,
    'import.paste': refuse,
    'import.start': refuse,
    'import.restore': refuse,
    'import.cancel': refuse,
    'import.forget': refuse,
    'import.list': refuse,
    'import.report': refuse,
    'export.start': refuse,
    'export.job': refuse,
    'export.cancel': refuse,
    'export.reveal': refuse,
    'backup.write': refuse,
    'backup.restore': refuse,
    'backup.state': refuse,
    'backup.chooseFolder': refuse,
    'backup.stop': refuse,
    'backup.now': refuse,
    'health.state': refuse,
    'health.check': refuse,
    'health.stop': refuse,
    'health.repair': refuse,
    'diagnostics.text': refuse,
    'diagnostics.saveLog': refuse,
    'diagnostics.reveal': refuse,
    'window.failed': refuse,
    'feeds.list': refuse,
    'feeds.look': refuse,
    'feeds.follow': refuse,
    'feeds.refresh': refuse,
    'feeds.older': refuse,
    'feeds.setRule': refuse,
    'feeds.setFollowed': refuse,
    'feeds.remove': refuse,
    'feeds.restore': refuse,
    'feeds.import': refuse,
    'feeds.export': refuse,
    'library.columns': refuse,
    'library.rows': refuse,
    'library.card': refuse,
    'library.titles': refuse,
    'search.marks': refuse,
    'library.progress': refuse,
    'library.titleRanks': refuse,
    'library.info': refuse,
    'library.reveal': refuse,
    'article.open': refuse,
    'article.mark': refuse,
    'reading.memory': refuse,
    'reading.remember': refuse,
    'reading.measured': refuse,
    'reading.forget': refuse,
    'article.setLook': refuse,
    'article.repair': refuse,
    'article.versions': refuse,
    'article.compare': refuse,
    'article.takeVersion': refuse,
    'article.removeVersion': refuse,
    'article.remove': refuse,
    'article.restore': refuse,
    'window.words': refuse,
    'articles.change': refuse,
    'articles.remove': refuse,
    'bulk.undo': refuse,
    'bulk.cancel': refuse,
    'trash.list': refuse,
    'trash.restore': refuse,
    'trash.empty': refuse,
    'rules.apply': refuse,
    'library.storage': refuse,
    'save.add': refuse,
    'save.choose': refuse,
    'save.dropped': refuse,
    'page.open': refuse,
    'save.sample': refuse,
    'save.list': refuse,
    'save.cancel': refuse,
    'save.retry': refuse,
    'save.move': refuse,
    'save.cancelAll': refuse,
    'save.retryFailed': refuse,
    'save.dismiss': refuse,
    'save.proposals': refuse,
    'door.state': refuse,
    'door.set': refuse,
    'watch.choose': refuse,
    'watch.stop': refuse,
    'search.find': refuse,
    'search.passages': refuse,
    'timeline.view': refuse,
    'timeline.facets': refuse,
    'timeline.posts': refuse,
    'timeline.details': refuse,
    'timeline.postOf': refuse,
    'timeline.export': refuse,
    'save.addMany': refuse,
    'related.best': refuse,
    'related.older': refuse,
    'related.similar': refuse,
    'menu.set': refuse,
    'settings.get': refuse,
    'settings.set': refuse,
    'highlights.of': refuse,
    'highlights.all': refuse,
    'highlight.add': refuse,
    'highlight.change': refuse,
    'highlight.remove': refuse,
    'highlight.restore': refuse,
    'highlights.refound': refuse,
    'highlights.export': refuse,
    'listening.set': refuse,
    'link.open': refuse,
    'network.back': refuse,
    'network.allow': refuse,
    'network.forget': refuse,
    ...change,
  };
}

async function ask(routes: Routes, name: string, input: unknown) {
  const bugs: unknown[] = [];
  const reply = await dispatch(routes, name, input, (bug) => bugs.push(bug));
  return { reply, bugs };
}

test('a call is answered with its value', async () => {
  const routes = someRoutes({ 'settings.get': route(checked(inputs.nothing), () => DEFAULT_SETTINGS) });
  expect((await ask(routes, 'settings.get', undefined)).reply).toEqual({ ok: true, value: DEFAULT_SETTINGS });
});

for (const name of ['library.everything', '', 'constructor', '__proto__', 'toString']) {
  test(`"${name}" is no call`, async () => {
    const { reply, bugs } = await ask(someRoutes({}), name, undefined);
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(bugs).toEqual([]);
  });
}

const UNFIT: readonly (readonly [keyof typeof inputs, unknown])[] = [
  ['version', { id: 'a'.repeat(16), saved: '../../settings' }],
  ['versions', { id: 'a'.repeat(16), older: '2026-03-01T10:00:00.000Z', newer: 'yesterday' }],
  ['article', undefined],
  ['article', {}],
  ['article', { id: '../../x' }],
  ['article', { id: 'AAAAAAAAAAAAAAAA' }],
  ['article', { id: 5 }],
  ['article', { id: 'aaaaaaaaaaaaaaaa', more: 1 }],
  ['mark', { id: 'aaaaaaaaaaaaaaaa', progress: 2 }],
  ['mark', { id: 'aaaaaaaaaaaaaaaa', progress: Number.NaN }],
  ['mark', { id: 'aaaaaaaaaaaaaaaa', block: -1 }],
  ['mark', { id: 'aaaaaaaaaaaaaaaa', isRead: 'yes' }],
  ['source', { source: { from: 'disk', path: '/etc/passwd' } }],
  ['source', { source: { from: 'file', name: 'a.html', bytes: [1, 2] } }],
  ['source', { source: { from: 'address', address: 'x'.repeat(9000) } }],
  ['save', { id: 0 }],
  ['save', { id: 1.5 }],
  ['facets', { axis: 'price', filter: NO_FILTER }],
  ['facets', { axis: 'added', filter: { ...NO_FILTER, kinds: ['novel'] } }],
  ['facets', { axis: 'added', filter: { ...NO_FILTER, from: 'yesterday' } }],
  ['facets', { axis: 'added', filter: { ...NO_FILTER, lists: ['../x'] } }],
  ['timeline', { axis: 'added', filter: NO_FILTER, near: -1 }],
  ['addresses', { addresses: Array.from({ length: 501 }, () => 'https://a.example/') }],
  ['settings', { theme: 'pink' }],
  ['settings', { textSize: 900 }],
  ['settings', { keys: { 'article.read': [{ key: 'r' }] } }],
  ['settings', { keys: { 'article.read': Array.from({ length: 9 }, () => ({ key: 'r', mod: false })) } }],
  ['settings', { keys: { 'article.read': [{ key: 'r'.repeat(33), mod: false }] } }],
  ['menus', { menus: [] }],
  ['menus', { menus: [{ title: 'File', role: 'appMenu', items: [] }] }],
  [
    'menus',
    { menus: [{ title: 'File', role: null, items: [{ kind: 'role', role: 'toggleDevTools', title: 'Tools' }] }] },
  ],
  ['menus', { menus: [{ title: 'x'.repeat(201), role: null, items: [] }] }],
  [
    'menus',
    { menus: [{ title: 'File', role: null, items: Array.from({ length: 101 }, () => ({ kind: 'separator' })) }] },
  ],
  ['menus', { menus: [{ title: 'File', role: null, items: [{ kind: 'separator', click: 'x' }] }] }],
  ['nothing', { a: 1 }],
];

for (const [shape, input] of UNFIT) {
  test(`${shape} does not take ${JSON.stringify(input)?.slice(0, 70) ?? 'nothing'}`, () => {
    expect(() => checked(inputs[shape])(input)).toThrow(AppError);
  });
}

test('an unfit input does no work', async () => {
  let ran = false;
  const routes = someRoutes({
    'article.remove': route(checked(inputs.article), () => {
      ran = true;
    }),
  });
  expect((await ask(routes, 'article.remove', { id: 'nonsense' })).reply).toMatchObject({
    ok: false,
    error: { code: 'bad-input' },
  });
  expect(ran).toBe(false);
});

test('a bug is reported whole to us and told to the window only as internal', async () => {
  const bug = new TypeError('cannot read /home/someone/library.json');
  const routes = someRoutes({ 'library.info': () => Promise.reject(bug) });
  const { reply, bugs } = await ask(routes, 'library.info', undefined);
  expect(bugs).toEqual([bug]);
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(reply)).not.toContain('/home');
});

test('an expected failure keeps its code and its words', async () => {
  const routes = someRoutes({ 'library.info': () => Promise.reject(new AppError('disk', 'The disk is full.')) });
  const { reply, bugs } = await ask(routes, 'library.info', undefined);
  expect(reply).toEqual({ ok: false, error: { code: 'disk', message: 'The disk is full.' } });
  expect(bugs).toEqual([]);
});
