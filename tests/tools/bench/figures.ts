// Figures in; tables for a person and JSON for comparison over time out. Pure.
import { formatTable } from '../quality/table.ts';

/** What was measured, always with what it is held against. */
export interface Figure {
  /** What was asked for, such as `store`. */
  readonly bench: string;
  /** Articles in the library; `null` where it has no size. */
  readonly size: number | null;
  readonly name: string;
  readonly unit: 'ms' | 's' | 'MB' | '/min' | 'queries' | 'articles' | '%';
  readonly value: number | null;
  /** The floor or the peer of the same run; `null` when it has no such thing. */
  readonly peer: number | null;
  /** What the peer is. */
  readonly against: string;
}

/** A share of the sorted values by the nearest-rank method; `null` of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? null;
}

/** The figures of p50, p95 and p99, each held against the same percentile of the peer's values. */
export function percentiles(
  about: Pick<Figure, 'bench' | 'size' | 'name' | 'against'>,
  values: readonly number[],
  peers: readonly number[],
): readonly Figure[] {
  return [0.5, 0.95, 0.99].map((share) => ({
    ...about,
    name: `${about.name}, p${share * 100}`,
    unit: 'ms',
    value: percentile(values, share),
    peer: percentile(peers, share),
  }));
}

/** One table for each benchmark. */
export function formatFigures(figures: readonly Figure[]): string {
  const benches = [...new Set(figures.map(({ bench }) => bench))];
  return benches
    .map((bench) => {
      const own = figures.filter(({ bench: of, value, peer }) => of === bench && (value ?? peer) !== null);
      const rows = own.map(({ name, size, unit, value, peer, against }) => [
        name,
        size === null ? '' : size.toLocaleString('en'),
        toCell(value, unit),
        toCell(peer, unit),
        ratioOf(value, peer),
        against,
      ]);
      return `${formatTable([bench, 'articles', 'measured', 'peer', 'ratio', 'peer is'], rows)}\n`;
    })
    .join('\n');
}

/** One document with every figure and the machine by its cores and versions, without a name. */
export function toJson(figures: readonly Figure[], machine: Readonly<Record<string, string | number>>): string {
  return `${JSON.stringify({ machine, figures }, null, 1)}\n`;
}

function toCell(value: number | null, unit: Figure['unit']): string {
  if (value === null) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(unit === 'queries' || unit === 'articles' ? 0 : digits)} ${unit}`;
}

function ratioOf(value: number | null, peer: number | null): string {
  return value === null || peer === null || peer === 0 ? '–' : (value / peer).toFixed(2);
}
