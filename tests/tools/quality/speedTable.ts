// Times per page in, what they come to out. Pure.
import type { Speed } from './runSystem.ts';
import { formatTable } from './table.ts';

/** What a system costs. */
export interface SpeedSummary {
  readonly system: string;
  readonly pagesPerSecond: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly peakMemoryMb: number;
}

/** Sums up one system's times. */
export function summarizeSpeed(system: string, { ms, peakMemoryMb }: Speed): SpeedSummary {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const totalMs = ms.reduce((sum, each) => sum + each, 0);
  return {
    system,
    pagesPerSecond: totalMs === 0 ? 0 : (1000 * ms.length) / totalMs,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    peakMemoryMb,
  };
}

/** The costs as a table, Layover's multiple of each system's speed last. */
export function speedTable(speeds: readonly SpeedSummary[]): string {
  const ours = speeds.find(({ system }) => system === 'layover')?.pagesPerSecond;
  return formatTable(
    ['speed, one warm process each', 'pages/s', 'median ms', 'p95 ms', 'peak MB', 'Layover is'],
    speeds.map((speed) => [
      speed.system,
      speed.pagesPerSecond.toFixed(1),
      speed.medianMs.toFixed(1),
      speed.p95Ms.toFixed(1),
      speed.peakMemoryMb.toFixed(0),
      ours === undefined ? '–' : `× ${(ours / speed.pagesPerSecond).toFixed(1)}`,
    ]),
  );
}
