// A seeded library in; what saving, marking and removing an article costs in it out, each beside the bare work of the device, taken in turn.
import { mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '#contract/article.ts';
import { toJsonText } from '../../../electron/store/jsonAdapter.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { copyLibrary } from './copyLibrary.ts';
import { percentile, percentiles, type Figure } from './figures.ts';
import { folderToMove, moveBare, timed, writeBare } from './floors.ts';
import { seededArticle, seededPicture } from './seededArticles.ts';
import { LAST_MS } from './seededPosts.ts';
import type { SeededLibrary } from './seedLibrary.ts';
import { pack } from './writeSeeded.ts';

const ROUNDS = 200;
const REOPENINGS = 5;

/** Takes two hundred of each in turn. */
export async function measureStore(seeded: SeededLibrary): Promise<readonly Figure[]> {
  const copy = copyLibrary(seeded);
  const bare = `${copy.folder}.bare`;
  const bareTrash = join(bare, 'trash');
  mkdirSync(bareTrash, { recursive: true });
  const [add, update, remove]: [number[], number[], number[]] = [[], [], []];
  const [one, same, facts, moved]: [number[], number[], number[], number[]] = [[], [], [], []];
  const [closing, opening, written, reading]: [number[], number[], number[], number[]] = [[], [], [], []];
  let now = LAST_MS;
  const clock = (): Date => new Date((now += 1_000));
  const library = await openLibrary(copy.folder, { now: clock });
  try {
    await library.check();
    const added: Article[] = [];
    const picture = seededPicture();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { article, files } = seededArticle(seeded.posts, seeded.posts.saved + round, picture);
      const packed = pack({ article, files });
      const bytes = [Buffer.from(toJsonText(packed.article)), ...packed.files.map(([, content]) => content)];
      one.push(await timed(() => writeBare(bare, [Buffer.concat(bytes)])));
      same.push(await timed(() => writeBare(bare, bytes)));
      add.push(await timed(async () => added.push(await library.add(article, files))));
    }
    for (const article of added) {
      const marked = { ...article, reading: { ...article.reading, progress: 0.5 } };
      facts.push(await timed(() => writeBare(bare, [Buffer.from(toJsonText(marked))])));
      update.push(await timed(() => library.update(article.id, (old) => ({ ...old, reading: marked.reading }))));
    }
    for (const { id } of added) {
      const folder = await folderToMove(bare);
      moved.push(await timed(() => moveBare(folder, bare, bareTrash)));
      remove.push(await timed(() => library.remove(id)));
    }
    closing.push(await timed(() => library.close()));
    const columns = join(layoutOf(copy.folder).catalogue, 'columns');
    const columnBytes = await readFile(columns);
    written.push(await timed(() => writeBare(bare, [columnBytes])));
    for (let round = 0; round < REOPENINGS; round += 1) {
      reading.push(await timed(() => readFile(columns)));
      const started = performance.now();
      const again = await openLibrary(copy.folder, { now: clock });
      opening.push(performance.now() - started);
      await again.close();
    }
  } finally {
    await library.close();
    rmSync(bare, { recursive: true });
    copy.remove();
  }
  const about = { bench: 'store', size: seeded.posts.saved };
  return [
    ...percentiles({ ...about, name: 'durable save', against: 'the same bytes, one file' }, add, one),
    ...percentiles({ ...about, name: 'durable save', against: 'the same bytes and files' }, add, same),
    ...percentiles({ ...about, name: 'mark', against: 'article.json alone' }, update, facts),
    ...percentiles({ ...about, name: 'remove', against: 'a folder renamed' }, remove, moved),
    {
      ...about,
      name: `close after ${ROUNDS * 3} changes`,
      unit: 'ms',
      value: percentile(closing, 0.5),
      peer: percentile(written, 0.5),
      against: 'its columns written bare',
    },
    {
      ...about,
      name: 'open again, median',
      unit: 'ms',
      value: percentile(opening, 0.5),
      peer: percentile(reading, 0.5),
      against: 'its columns read bare',
    },
  ];
}
