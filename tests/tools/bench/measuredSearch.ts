// What the two measured processes of a search answer, the app's and the peer's. Pure.
import * as v from 'valibot';
import type { IndexedLibrary } from './indexSearch.ts';
import type { BenchQuery } from './querySet.ts';

/** What a measured process is asked to do. */
export interface SearchRequest {
  /** The library's folder, the peer's database, or what the index alone is made of. */
  readonly from: string | IndexedLibrary;
  /** With none, what is derived is made, which the answer then is the cost of. */
  readonly queries: readonly BenchQuery[];
}

const answersSchema = v.object({
  openMs: v.number(),
  openMb: v.number(),
  queriedMb: v.number(),
  /** Of the pieces of text shown, where there are such. */
  passageMs: v.optional(v.array(v.number()), []),
  answers: v.array(v.nullable(v.object({ ms: v.number(), hits: v.nullable(v.number()) }))),
});

/** What came of it. */
export type SearchAnswers = v.InferOutput<typeof answersSchema>;

/** Checks what a process sent. Throws valibot's error. */
export function parseAnswers(message: unknown): SearchAnswers {
  return v.parse(answersSchema, message);
}

/** Megabytes that this process takes. */
export function rssMb(): number {
  return process.memoryUsage.rss() / 1_048_576;
}

/** The first of each kind, asked once before the clock runs, so that nobody pays for the first call. */
export function warmUps<T extends BenchQuery>(queries: readonly T[]): readonly T[] {
  return queries.filter(({ kind }, index) => queries.findIndex((query) => query.kind === kind) === index);
}
