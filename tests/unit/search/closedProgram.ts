// Opens the index of a library whose articles are not in it yet, and closes it at once, so many times: the thread's program, the library's
// folder, how often and how many articles it has in; the exit code of each thread out, which is 0 for one that ended by itself.
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createSearchClient } from '../../../electron/search/searchClient.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { seededRandom } from '../store/drafts.ts';
import { idOf, packedIds } from './randomLibrary.ts';
import type { TextQuery } from '../../../electron/search/textQuery.ts';

const [workerFile = '', library = '', times = '', articles = ''] = process.argv.slice(2);
const random = seededRandom(5);
const ids = Array.from({ length: Number(articles) }, (_, number) => idOf(number));
const query: TextQuery = { is: 'unit', text: 'boat', isPrefix: false, field: null };

async function openAndClose(): Promise<void> {
  await rm(layoutOf(library).index, { recursive: true, force: true });
  const client = createSearchClient({
    workerFile,
    library,
    isReadOnly: false,
    wanted: () => ({ ids: packedIds(ids.map((id) => ({ id }))), stamps: new Uint32Array(ids.length).fill(1) }),
    rowOf: () => 0,
    onProgress: () => undefined,
    report: (bug) => {
      throw bug;
    },
  });
  const [first, ...others] = ids.slice(0, 20).map((id) => client.put(id, 2));
  // Most of it will not be done.
  for (const each of [client.ready(), client.passages(query, ids.slice(0, 100)), ...others])
    each.catch(() => undefined);
  await first;
  await pause(random() * 5);
  await client.close();
}

async function work(): Promise<void> {
  const codes: number[] = [];
  process.on('worker', (worker) => {
    worker.on('exit', (code) => codes.push(code));
  });
  for (let time = 0; time < Number(times); time += 1) await openAndClose();
  process.stdout.write(JSON.stringify(codes));
}

void work();
