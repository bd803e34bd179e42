// Saves that were asked for are neither lost nor done twice, whatever happens on the way.
import { expect, test } from 'playwright/test';
import { AppError } from '#contract/errors.ts';
import type { SaveState } from '#contract/save.ts';
import type { SaveRecord, SaveRecords } from '../../../electron/capture/queuedSave.ts';
import { openSaveQueue } from '../../../electron/capture/saveQueue.ts';
import type { SaveQueueOptions } from '../../../electron/capture/saveQueueOptions.ts';
import { anArticleId } from '../../helpers/articles.ts';

const READY: SaveState = { state: 'ready', articleId: anArticleId(1), outcome: 'added' };

/** Records that outlive the queues opened on them, as a disk would. */
function recordsInMemory(): SaveRecords & { readonly kept: Map<number, SaveRecord> } {
  const kept = new Map<number, SaveRecord>();
  return {
    kept,
    lastId: 0,
    putAll: async (records) => {
      for (const record of records) kept.set(record.save.id, record);
    },
    list: () => [...kept.values()],
    put: async (record) => void kept.set(record.save.id, record),
    drop: async (id) => void kept.delete(id),
  };
}

function open(run: SaveQueueOptions['run'], records: SaveRecords = recordsInMemory()) {
  const bugs: unknown[] = [];
  const queue = openSaveQueue({
    records,
    run,
    now: () => new Date('2026-10-01T08:00:00Z'),
    changed: () => {},
    dismissed: () => {},
    report: (bug) => bugs.push(bug),
  });
  return { queue, bugs };
}

const address = (name: string) => ({ from: 'address', address: `https://${name}.example/${name}` }) as const;

/** Resolves when the signal says stop, as a fetch does. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')));
  });
}

test('a save that is done leaves nothing on disk to do again', async () => {
  const records = recordsInMemory();
  const { queue } = open(() => Promise.resolve(READY), records);
  const { id } = await queue.add(address('a'), 'a');
  expect((await queue.settled(id)).progress).toEqual(READY);
  expect(records.kept.size).toBe(0);
});

test('a save that failed keeps its source and its reason, and can be tried again', async () => {
  const records = recordsInMemory();
  let isUp = false;
  const { queue } = open(
    () => (isUp ? Promise.resolve(READY) : Promise.reject(new AppError('network', 'The site did not answer.'))),
    records,
  );
  const { id } = await queue.add(address('a'), 'a');
  expect((await queue.settled(id)).progress).toEqual({
    state: 'failed',
    error: { code: 'network', message: 'The site did not answer.' },
  });
  expect(records.kept.get(id)?.source).toEqual(address('a'));
  isUp = true;
  await queue.retry(id);
  expect((await queue.settled(id)).progress).toEqual(READY);
});

test('what was under way when the app stopped goes on by itself; what had failed waits for the person', async () => {
  const records = recordsInMemory();
  const first = open(
    ({ source }, signal) =>
      source.from === 'address' && source.address.endsWith('bad')
        ? Promise.reject(new AppError('network', 'No.'))
        : untilAborted(signal),
    records,
  );
  const slow = await first.queue.add(address('slow'), 'slow');
  const bad = await first.queue.add(address('bad'), 'bad');
  await first.queue.settled(bad.id);
  await first.queue.close();
  const ran: unknown[] = [];
  const second = open(({ source }) => {
    ran.push(source);
    return Promise.resolve(READY);
  }, records);
  await second.queue.settled(slow.id);
  expect(ran).toEqual([address('slow')]);
  expect(second.queue.list().find(({ id }) => id === bad.id)?.progress.state).toBe('failed');
});

test('a new save never takes the number of an old one', async () => {
  const records = recordsInMemory();
  const first = open((_source, signal) => untilAborted(signal), records);
  await first.queue.add(address('a'), 'a');
  await first.queue.close();
  const second = open((_source, signal) => untilAborted(signal), records);
  expect((await second.queue.add(address('b'), 'b')).id).toBe(2);
  await second.queue.close();
});

test('cancelling stops one save and no other', async () => {
  const { queue } = open(({ source }, signal) =>
    source.from === 'address' && source.address.endsWith('a') ? untilAborted(signal) : Promise.resolve(READY),
  );
  const a = await queue.add(address('a'), 'a');
  const b = await queue.add(address('b'), 'b');
  await queue.cancel(a.id);
  expect((await queue.settled(a.id)).progress).toMatchObject({ state: 'failed', error: { code: 'cancelled' } });
  expect((await queue.settled(b.id)).progress).toEqual(READY);
});

test('four are worked on at once, the rest in the order they were asked', async () => {
  const started: string[] = [];
  const finish: (() => void)[] = [];
  const { queue } = open(({ source }) => {
    if (source.from === 'address') started.push(source.address.slice(-1));
    return new Promise((resolve) => finish.push(() => resolve(READY)));
  });
  const saves = [];
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) saves.push(await queue.add(address(name), name));
  expect(started).toEqual(['a', 'b', 'c', 'd']);
  finish[1]?.();
  await queue.settled(saves[1]?.id ?? 0);
  await expect.poll(() => started).toEqual(['a', 'b', 'c', 'd', 'e']);
  for (const done of finish) done();
  await expect.poll(() => started.length).toBe(6);
  finish[5]?.();
  await queue.close();
});

test('a bug in a save is reported and shown as a failed save, and the queue goes on', async () => {
  const { queue, bugs } = open(({ source }) =>
    source.from === 'address' && source.address.endsWith('a')
      ? Promise.reject(new TypeError('oops'))
      : Promise.resolve(READY),
  );
  const a = await queue.add(address('a'), 'a');
  const b = await queue.add(address('b'), 'b');
  expect((await queue.settled(a.id)).progress).toMatchObject({ state: 'failed', error: { code: 'internal' } });
  expect((await queue.settled(b.id)).progress).toEqual(READY);
  expect(bugs).toHaveLength(1);
});

test('a running save is not dismissed; a number that names nothing is not found', async () => {
  const { queue } = open((_source, signal) => untilAborted(signal));
  const { id } = await queue.add(address('a'), 'a');
  await expect(queue.dismiss(id)).rejects.toMatchObject({ code: 'bad-input' });
  await expect(queue.retry(99)).rejects.toMatchObject({ code: 'not-found' });
  await queue.close();
});

test('a save that is dismissed while its failure is written down is gone for good, and who waited heard of the failure', async () => {
  const records = recordsInMemory();
  let isHeld = false;
  let write = (): void => undefined;
  const put: SaveRecords['put'] = async (record) => {
    if (isHeld) await new Promise<void>((resolve) => (write = resolve));
    await records.put(record);
  };
  let fail = (): void => undefined;
  const failing = new Promise<never>((_resolve, reject) => {
    fail = () => reject(new AppError('network', 'The site did not answer.'));
  });
  const { queue, bugs } = open(() => failing, { ...records, put });
  const { id } = await queue.add(address('a'), 'a');
  const [settled, rested] = [queue.settled(id), queue.atRest(id)];
  isHeld = true;
  fail();
  await expect.poll(() => queue.list()[0]?.progress.state).toBe('failed');
  const dismissed = queue.dismiss(id);
  write();
  await dismissed;
  for (const each of [await settled, await rested]) expect(each?.progress.state).toBe('failed');
  expect(records.kept.size).toBe(0);
  expect(await queue.atRest(id)).toBeUndefined();
  await expect(queue.settled(id)).rejects.toMatchObject({ code: 'not-found' });
  expect(bugs).toEqual([]);
});
