// Nothing in; what it costs to change, remove and bring back five thousand articles at one wish out, beside the plainest loop over as many files.
import * as v from 'valibot';
import { askProcess } from './askProcess.ts';
import { copyLibrary } from './copyLibrary.ts';
import type { Figure } from './figures.ts';
import { seedLibrary } from './seedLibrary.ts';

/** More than a person chooses one by one, as many as a clearing out of years is. */
const ARTICLES = 5_000;

const requestSchema = v.object({ folder: v.string() });

/** What the measured process is asked. */
export type BulkRequest = v.InferOutput<typeof requestSchema>;

const costSchema = v.object({
  name: v.string(),
  /** Whether folders went elsewhere, or facts were written. */
  isMoved: v.boolean(),
  ms: v.number(),
  /** Of all threads, for each article that was changed. */
  cpuMs: v.number(),
  /** How long the process answered nobody at most. */
  blockMs: v.number(),
  peakMb: v.number(),
  /** Of the plainest loop that leaves as many files, or names, on the device as were changed. */
  floorMs: v.number(),
});

/** What one wish cost. */
export type BulkCost = v.InferOutput<typeof costSchema>;

/** Checks what the process was sent. Throws valibot's error. */
export function parseBulkRequest(message: unknown): BulkRequest {
  return v.parse(requestSchema, message);
}

/** Works in a process of its own, so that its memory and its pauses are nobody else's. */
export async function measureBulk(): Promise<readonly Figure[]> {
  const seeded = await seedLibrary(ARTICLES);
  const copy = copyLibrary(seeded);
  try {
    const costs = v.parse(v.array(costSchema), await askProcess('bulkProcess', [], { folder: copy.folder }));
    return costs.flatMap(toFigures);
  } finally {
    copy.remove();
  }
}

function toFigures({ name, isMoved, ms, cpuMs, blockMs, peakMb, floorMs }: BulkCost): readonly Figure[] {
  const about = { bench: 'bulk', size: ARTICLES, peer: null, against: '' } as const;
  const against = isMoved ? 'as many folders renamed' : 'as many article.json written';
  return [
    { ...about, name: `${name} all`, unit: 's', value: ms / 1e3, peer: floorMs / 1e3, against },
    { ...about, name: `${name}, processor time an article`, unit: 'ms', value: cpuMs },
    { ...about, name: `${name}, longest pause of the process`, unit: 'ms', value: blockMs },
    { ...about, name: `${name}, most memory`, unit: 'MB', value: peakMb },
  ];
}
