// The window of a running app in; how late its timers come out, and those of the main process, and the memory of all its processes.
import type { ElectronApplication, Page } from 'playwright/test';
import * as v from 'valibot';

/** What was seen between two looks. */
export interface Lags {
  /** Milliseconds that a timer of the window came late, one for each time it came. */
  readonly window: readonly number[];
  /** The same in the main process. */
  readonly main: readonly number[];
  /** The most memory that all processes took at once. */
  readonly peakMb: number;
  /** The most that the main process took, with all its threads. */
  readonly mainPeakMb: number;
}

const PROBE_MS = 10;
const lagsSchema = v.array(v.number());
const mainSchema = v.object({ lags: lagsSchema, peakMb: v.number(), mainPeakMb: v.number() });

/** Sets timers up on both sides; they stay until the app ends. */
export async function startProbe(electron: ElectronApplication, page: Page): Promise<void> {
  await electron.evaluate(({ app }, probeMs) => {
    const probe = { peakMb: 0, mainPeakMb: 0, lags: [] as number[] };
    Object.assign(globalThis, { probe });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      probe.lags.push(Math.max(0, now - last - probeMs));
      last = now;
    }, probeMs);
    setInterval(() => {
      const all = app.getAppMetrics().map(({ pid, memory }) => ({ pid, mb: memory.workingSetSize / 1024 }));
      const sum = all.reduce((before, { mb }) => before + mb, 0);
      probe.peakMb = Math.max(probe.peakMb, sum);
      probe.mainPeakMb = Math.max(probe.mainPeakMb, all.find(({ pid }) => pid === process.pid)?.mb ?? 0);
    }, 200);
  }, PROBE_MS);
  await page.evaluate((probeMs) => {
    const lags: number[] = [];
    Object.assign(globalThis, { lags });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      lags.push(Math.max(0, now - last - probeMs));
      last = now;
    }, probeMs);
  }, PROBE_MS);
}

/** What was seen since the probe was started or last read. Throws when it was not started. */
export async function readProbe(electron: ElectronApplication, page: Page): Promise<Lags> {
  const window = await page.evaluate((): unknown => {
    const lags: unknown = Reflect.get(globalThis, 'lags');
    return Array.isArray(lags) ? lags.splice(0) : undefined;
  });
  const main = await electron.evaluate((): unknown => {
    const probe: unknown = Reflect.get(globalThis, 'probe');
    if (typeof probe !== 'object' || probe === null || !('lags' in probe)) return undefined;
    const seen = { ...probe, lags: Array.isArray(probe.lags) ? probe.lags.splice(0) : [] };
    Object.assign(probe, { peakMb: 0, mainPeakMb: 0 });
    return seen;
  });
  const { lags, ...peaks } = v.parse(mainSchema, main);
  return { window: v.parse(lagsSchema, window), main: lags, ...peaks };
}

/** Megabytes that all processes of the app take, by the system's working sets. */
export function memoryMb(electron: ElectronApplication): Promise<number> {
  return electron.evaluate(({ app }) =>
    app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
  );
}
