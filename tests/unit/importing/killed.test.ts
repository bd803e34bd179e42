// An import is killed again and again, at any moment; each time it goes on, and at the end every row is there exactly once.
import { resolve } from 'node:path';
import { expect } from 'playwright/test';
import { extent } from '../../helpers/extent.ts';
import { test } from '../store/testLibrary.ts';
import { importKilled } from './killedImports.ts';

const ROWS = extent(4_000, 12_000);
const KILLS = extent(12, 20);
const PROGRAM = resolve(import.meta.dirname, '../../../out/cli.cjs');

test.describe.configure({ timeout: 300_000 });

test(`killed at ${KILLS} moments and begun again, ${ROWS} rows are there exactly once`, async ({ folder }) => {
  const {
    places,
    seconds: _seconds,
    cpuSeconds: _cpuSeconds,
    peakMb: _peakMb,
    ...found
  } = await importKilled({ folder, program: PROGRAM, rows: ROWS, kills: KILLS, seed: 8 });
  expect(found).toEqual({
    killed: KILLS,
    rows: ROWS,
    // It went on with one import, and began no other.
    pieces: ROWS / 200,
    different: ROWS,
    withTags: ROWS,
    withDates: ROWS,
    code: 0,
    complaint: '',
  });
  expect(places).toBeGreaterThan(KILLS / 2);
});
