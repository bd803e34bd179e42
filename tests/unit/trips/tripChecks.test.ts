// What checks found, kept: nothing of it is lost, however it is looked at meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { CheckResult } from '#contract/trip.ts';
import { nodeDisk } from '../../../electron/store/disk.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { tickingClock } from '../store/drafts.ts';
import { TRIP_PLAN } from './plans.ts';

const found = (key: string): CheckResult => ({
  key,
  status: 'ready',
  missingImages: 0,
  evidence: null,
  problem: null,
  way: 'opened',
  checked: '2026-11-30T10:00:00.000Z',
  mark: 'as it was',
});

test('a board that is looked at while the first result is written costs none of those behind it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-checks-'));
  let hold = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    hold = resolve;
  });
  let look: (() => void) | undefined;
  let isLooking = false;
  const library = await openLibrary(folder, {
    now: tickingClock(),
    disk: {
      ...nodeDisk,
      async rename(from, to) {
        await nodeDisk.rename(from, to);
        if (basename(to) === 'checks.json') look?.();
      },
      async read(path) {
        const bytes = await nodeDisk.read(path);
        if (isLooking && basename(path) === 'checks.json') await held;
        return bytes;
      },
    },
  });
  try {
    const own = { items: [], refused: [], changes: [], left: null, landed: null, removed: null, packed: null };
    const { id } = await library.trips.add({ ...TRIP_PLAN, sources: [], ...own, made: '2026-11-30T09:00:00.000Z' });
    let looked: Promise<unknown> | undefined;
    look = () => {
      isLooking = true;
      looked ??= library.trips.checks(id);
    };
    await library.trips.putChecks(id, [found('a')]);
    await library.trips.putChecks(id, [found('b')]);
    hold();
    await looked;
    await library.trips.putChecks(id, [found('c')]);
    expect((await library.trips.checks(id)).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  } finally {
    await library.close();
    rmSync(folder, { recursive: true });
  }
});
