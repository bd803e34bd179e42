// The app's search in a process of its own: takes one `SearchRequest`, sends one `SearchAnswers`; without queries, rebuilds what is derived
// of the library and sends a `RebuildCost`.
import { openSearch, rebuild } from './layoverSearch.ts';
import { rssMb, warmUps, type SearchRequest } from './measuredSearch.ts';

async function answer({ path, queries }: SearchRequest): Promise<unknown> {
  if (queries.length === 0) return rebuild(path);
  const started = performance.now();
  const search = await openSearch(path);
  const [first] = queries;
  if (first !== undefined) await search.find(first);
  const openMs = performance.now() - started;
  const openMb = rssMb();
  for (const query of warmUps(queries)) await search.find(query);
  const answers: ({ readonly ms: number; readonly hits: number | null } | null)[] = [];
  for (const query of queries) {
    const asked = performance.now();
    const found = await search.find(query);
    answers.push(found === undefined ? null : { ms: performance.now() - asked, hits: found.hits });
  }
  const queriedMb = rssMb();
  await search.close();
  return { openMs, openMb, queriedMb, answers };
}

process.once('message', (request: SearchRequest) => {
  answer(request).then(
    // Gone too early, the process would take a part of its answer with it.
    (answered) => process.send?.(answered, () => process.disconnect()),
    (failure: unknown) => {
      process.stderr.write(`${String(failure)}\n`);
      process.exit(1);
    },
  );
});
