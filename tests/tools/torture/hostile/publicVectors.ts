// Openly licensed sets of hostile HTML out, as they lie in ../shared/vectors or in the folder that LAYOVER_VECTORS names: JSON files of sets by name.
// They are read as data and never copied here. Refuses files of any other form.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';

const sets = v.record(v.string(), v.looseObject({ payloads: v.array(v.string()) }));

/** Where a set of addresses that leak lies among the others. */
export const LEAKS = 'httpleaks';

/** Why there are none; `undefined` when there are some. */
export function lackOfVectors(): string | undefined {
  return existsSync(folder()) ? undefined : 'the public sets of hostile HTML are not on this machine';
}

/** Each text once, by the name of its set; empty when there are none. */
export function publicVectors(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  if (lackOfVectors() !== undefined) return new Map();
  for (const name of readdirSync(folder()).sort()) {
    if (!name.endsWith('.json')) continue;
    for (const [set, { payloads }] of Object.entries(
      v.parse(sets, JSON.parse(readFileSync(join(folder(), name), 'utf8'))),
    )) {
      const texts = found.get(set) ?? new Set();
      payloads.forEach((payload) => texts.add(payload));
      found.set(set, texts);
    }
  }
  return new Map([...found].map(([set, texts]) => [set, [...texts]]));
}

/** Where what is shared with the sets of vectors lies. */
export function sharedFolder(): string {
  return dirname(resolve(folder()));
}

function folder(): string {
  return process.env['LAYOVER_VECTORS'] ?? join(process.env['QUALITY_ROOT'] ?? '.', '../shared/vectors');
}
