// The peer's search in a process of its own: takes one `SearchRequest`, sends one `SearchAnswers`. Counts are taken outside of the clock.
import { openFts5, type Fts5Query } from './fts5.ts';
import { rssMb, warmUps, type SearchRequest } from './measuredSearch.ts';
import type { BenchQuery } from './querySet.ts';

const isAsked = (query: BenchQuery): query is Fts5Query => query.match !== null;

process.once('message', ({ from, queries }: SearchRequest) => {
  if (typeof from !== 'string') throw new Error('the peer needs a database');
  const started = performance.now();
  const database = openFts5(from);
  const [first] = queries.filter(isAsked);
  if (first !== undefined) database.first(first);
  const openMs = performance.now() - started;
  const openMb = rssMb();
  for (const query of warmUps(queries.filter(isAsked))) database.first(query);
  const times = queries.map((query) => {
    if (!isAsked(query)) return undefined;
    const asked = performance.now();
    database.first(query);
    return performance.now() - asked;
  });
  const queriedMb = rssMb();
  const answers = queries.map((query, index) =>
    isAsked(query) ? { ms: times[index] ?? 0, hits: database.count(query) } : null,
  );
  database.close();
  // Gone too early, the process would take a part of its answer with it.
  process.send?.({ openMs, openMb, queriedMb, answers }, () => process.disconnect());
});
