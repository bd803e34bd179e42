// The app's search in a process of its own: takes one `SearchRequest`, sends one `SearchAnswers`; without queries, rebuilds what is derived
// of the library and sends a `RebuildCost`.
import { openIndex } from './indexSearch.ts';
import { openSearch, rebuild, type LayoverSearch, type RebuildCost } from './layoverSearch.ts';
import { rssMb, warmUps, type SearchRequest } from './measuredSearch.ts';

async function answer({ from, queries }: SearchRequest): Promise<unknown> {
  const open = (): Promise<LayoverSearch> => (typeof from === 'string' ? openSearch(from) : openIndex(from));
  if (queries.length === 0) return typeof from === 'string' ? rebuild(from) : build(open);
  const started = performance.now();
  const search = await open();
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
  const passageMs: number[] = [];
  for (const query of queries) passageMs.push((await search.showPassages?.(query)) ?? 0);
  await search.close();
  return { openMs, openMb, queriedMb, answers, passageMs: search.showPassages === undefined ? [] : passageMs };
}

async function build(open: () => Promise<LayoverSearch>): Promise<RebuildCost> {
  const started = performance.now();
  const index = await open();
  const indexMs = performance.now() - started;
  await index.close();
  return { catalogueMs: 0, indexMs };
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
