// Busy sites, broken connections, no network and networks that want a sign-in: saves wait as long as it makes sense, and no longer.
// Time is moved by hand, so nothing here waits.
import { expect, test } from 'playwright/test';
import { AppError, type Outlook } from '#contract/errors.ts';
import type { SaveState } from '#contract/save.ts';
import { openSaveQueue } from '../../../electron/capture/saveQueue.ts';
import { anArticleId } from '../../helpers/articles.ts';
import { begin, READY, START } from './queueWorld.ts';

const MINUTE = 60_000;

const busy = (afterMs: number): AppError =>
  new AppError('http-status', 'Too busy (429).', { outlook: { kind: 'later', afterMs, isHostWide: true } });
const broken = new AppError('incomplete', 'Cut short.', { outlook: { kind: 'later', afterMs: 0, isHostWide: false } });
const failing = (outlook: Outlook): AppError => new AppError('network', 'No way.', { outlook });
const offline = failing({ kind: 'offline' });
const unresolved = failing({ kind: 'unresolved' });
const portal = failing({ kind: 'portal', address: 'http://10.0.0.1/login' });

test('a busy site is left alone as long as it asks, its other pages too, while other sites are fetched', async () => {
  const world = begin();
  world.answers.set('busy.example/1', busy(10 * MINUTE));
  await world.add('busy.example/1');
  await world.add('busy.example/2');
  await world.add('calm.example/1');
  expect(world.begun).toEqual(['busy.example/1', 'calm.example/1']);
  expect(world.stateOf('busy.example/1')).toMatchObject({ state: 'postponed', until: '2026-10-01T08:10:00.000Z' });
  await world.pass(10 * MINUTE - 1);
  expect(world.begun).toHaveLength(2);
  world.answers.clear();
  await world.pass(1);
  expect(world.begun.slice(2)).toEqual(['busy.example/1', 'busy.example/2']);
  expect(world.stateOf('busy.example/1')).toEqual(READY);
});

test('a broken connection is tried three times, longer apart each time, and then left to the person', async () => {
  const world = begin();
  world.answers.set('weak.example', broken);
  await world.add('weak.example/1');
  await world.pass(15_000);
  expect(world.begun).toHaveLength(2);
  await world.pass(59_000);
  expect(world.begun).toHaveLength(2);
  await world.pass(1000);
  expect(world.begun).toHaveLength(3);
  expect(world.stateOf('weak.example/1')).toEqual({
    state: 'failed',
    error: { code: 'incomplete', message: 'Cut short.' },
  });
  await world.pass(60 * MINUTE);
  expect(world.begun).toHaveLength(3);
});

test('a person need not wait: trying again at once forgets the wait', async () => {
  const world = begin();
  world.answers.set('busy.example', busy(60 * MINUTE));
  const { id } = await world.add('busy.example/1');
  world.answers.clear();
  await world.queue.retry(id);
  await world.settle();
  expect(world.stateOf('busy.example/1')).toEqual(READY);
});

test('a wait goes on after a restart, and never longer than it was planned, whatever the clock says then', async () => {
  const world = begin();
  world.answers.set('busy.example', busy(10 * MINUTE));
  await world.add('busy.example/1');
  world.answers.clear();
  const soon = await world.restart(4 * MINUTE);
  expect(soon.stateOf('busy.example/1')).toMatchObject({ state: 'postponed', error: { message: 'Too busy (429).' } });
  await soon.pass(6 * MINUTE - 1);
  expect(soon.begun).toEqual([]);
  const wrong = await soon.restart(-365 * 24 * 60 * MINUTE);
  await wrong.pass(10 * MINUTE - 1);
  expect(wrong.begun).toEqual([]);
  await wrong.pass(1);
  expect(wrong.stateOf('busy.example/1')).toEqual(READY);
});

test('without a network everything waits, no try is burnt, and a request that succeeds starts it all', async () => {
  const world = begin();
  for (const host of ['a.example', 'b.example', 'c.example']) world.answers.set(host, offline);
  await world.add('a.example/1');
  await world.add('b.example/1');
  await world.add('c.example/1');
  expect(world.begun).toEqual(['a.example/1']);
  for (const name of ['a', 'b', 'c'])
    expect(world.stateOf(`${name}.example/1`)).toEqual({ state: 'offline', portal: null });
  await world.pass(60 * MINUTE);
  // 2, 4, 8, 16, 32 seconds apart, then a minute.
  expect(world.begun.length).toBeGreaterThan(55);
  expect(world.begun.length).toBeLessThan(70);
  world.answers.clear();
  await world.pass(MINUTE);
  for (const name of ['a', 'b', 'c']) expect(world.stateOf(`${name}.example/1`)).toEqual(READY);
});

test('who waits for a save to come to rest hears of the outage that another save met', async () => {
  const world = begin({ isPaused: true });
  world.answers.set('a.example', offline);
  await world.add('a.example/1');
  await world.add('a.example/2');
  const third = await world.add('a.example/3');
  const rested = world.queue.atRest(third.id);
  world.queue.setPaused(false);
  expect((await rested)?.progress).toEqual({ state: 'offline', portal: null });
  expect(world.begun).not.toContain('a.example/3');
});

test('when the system says that the network is back, it is looked for at once', async () => {
  const world = begin();
  world.answers.set('a.example', offline);
  await world.add('a.example/1');
  await world.pass(10 * MINUTE);
  world.answers.clear();
  const before = world.begun.length;
  world.queue.nudge();
  await world.settle();
  expect(world.begun).toHaveLength(before + 1);
  expect(world.stateOf('a.example/1')).toEqual(READY);
});

test('text that was pasted needs no network', async () => {
  const world = begin();
  world.answers.set('a.example', offline);
  await world.add('a.example/1');
  const { id } = await world.queue.add({ from: 'paste', text: 'Words', html: null }, 'Words');
  expect((await world.queue.settled(id)).progress).toEqual(READY);
});

test('one unknown name is a misspelt address; several at once are a missing network', async () => {
  const world = begin();
  world.answers.set('mispelt.example', unresolved);
  world.answers.set('other.example', unresolved);
  await world.add('mispelt.example/1');
  expect(world.stateOf('mispelt.example/1')).toMatchObject({ state: 'failed', error: { code: 'network' } });
  await world.add('other.example/1');
  for (const name of ['mispelt', 'other'])
    expect(world.stateOf(`${name}.example/1`)).toEqual({ state: 'offline', portal: null });
  world.answers.delete('other.example');
  await world.pass(2 * MINUTE);
  expect(world.stateOf('other.example/1')).toEqual(READY);
  expect(world.stateOf('mispelt.example/1')).toMatchObject({ state: 'failed', error: { code: 'network' } });
});

test('a network that wants a sign-in is waited for, with its address; what is saved meanwhile waits too', async () => {
  const world = begin();
  for (const host of ['a.example', 'b.example']) world.answers.set(host, portal);
  await world.add('a.example/1');
  await world.add('b.example/1');
  const waits = { state: 'offline', portal: 'http://10.0.0.1/login' };
  expect([world.stateOf('a.example/1'), world.stateOf('b.example/1')]).toEqual([waits, waits]);
  await world.pass(30 * MINUTE);
  expect(world.stateOf('a.example/1')).toEqual(waits);
  world.answers.clear();
  await world.pass(MINUTE);
  expect([world.stateOf('a.example/1'), world.stateOf('b.example/1')]).toEqual([READY, READY]);
});

test('a site that only looks like a sign-in page fails by itself and keeps nobody else waiting', async () => {
  const world = begin();
  world.answers.set('odd.example', portal);
  await world.add('odd.example/1');
  await world.add('fine.example/1');
  await world.pass(10 * MINUTE);
  expect(world.stateOf('fine.example/1')).toEqual(READY);
  for (const name of ['2', '3', '4']) {
    await world.add(`fine.example/${name}`);
    await world.pass(MINUTE);
  }
  expect(world.stateOf('odd.example/1')).toMatchObject({ state: 'failed', error: { message: 'No way.' } });
});

test('paused, nothing begins, not even after a restart; resumed, everything does', async () => {
  const world = begin({ isPaused: true });
  await world.add('a.example/1');
  await world.pass(60 * MINUTE);
  expect(world.begun).toEqual([]);
  world.queue.setPaused(false);
  await world.settle();
  expect(world.begun).toEqual(['a.example/1']);
});

test('the person decides on the order, and it outlives the process', async () => {
  const world = begin({ isPaused: true });
  const ids: number[] = [];
  for (const name of ['a', 'b', 'c', 'd']) ids.push((await world.add(`${name}.example`)).id);
  const [a = 0, b = 0, , d = 0] = ids;
  const order = (): string =>
    world.queue
      .list()
      .map(({ label }) => label[0])
      .join('');
  await world.queue.move(d, 'first');
  expect(order()).toBe('dabc');
  await world.queue.move(a, 'later');
  expect(order()).toBe('dbac');
  await world.queue.move(b, 'earlier');
  expect(order()).toBe('bdac');
  await world.queue.move(b, 'earlier');
  const again = begin({ kept: world.kept, isPaused: true });
  expect(
    again.queue
      .list()
      .map(({ label }) => label[0])
      .join(''),
  ).toBe('bdac');
  again.queue.setPaused(false);
  await again.settle();
  expect(again.begun.map((name) => name[0]).join('')).toBe('bdac');
});

test('what was found while reading goes first, in the order it was found', async () => {
  const world = begin({ isPaused: true });
  await world.add('a.example');
  const foundIn = { articleId: anArticleId(7), title: 'Night boat', sentence: 'See the timetable.' };
  for (const name of ['x', 'y'])
    await world.queue.add({ from: 'address', address: `https://${name}.example` }, name, { foundIn });
  world.queue.setPaused(false);
  await world.settle();
  expect(world.begun).toEqual(['x.example', 'y.example', 'a.example']);
});

test('at most two pages of one site are fetched at once', async () => {
  const world = begin({ isPaused: true });
  const never: Promise<SaveState> = new Promise(() => undefined);
  const asked: string[] = [];
  const queue = openSaveQueue({
    records: {
      lastId: 0,
      list: () => [],
      put: async () => undefined,
      putAll: async () => undefined,
      drop: async () => undefined,
    },
    now: () => new Date(START),
    run: ({ save }) => {
      asked.push(save.label);
      return never;
    },
    changed: () => {},
    dismissed: () => {},
    report: () => {},
  });
  for (const name of ['one/1', 'one/2', 'one/3', 'two/1'])
    await queue.add({ from: 'address', address: `https://${name.replace('/', '.example/')}` }, name);
  await world.settle();
  expect(asked).toEqual(['one/1', 'one/2', 'two/1']);
});
