// A small disk that is filled up to the last pages again and again while a library on it is changed; what was seen of it out.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { aHighlight } from '../../helpers/highlights.ts';
import { aDraft, articlesOf, seededRandom, someFiles } from '../../unit/store/drafts.ts';
import type { SmallDisk } from './smallDisk.ts';
import { writeTrusting } from './stockWriter.ts';

/** What was seen. */
export interface Filled {
  readonly refused: number;
  readonly made: number;
  readonly wrong: readonly string[];
}

/** Text that no compression makes small. */
function noise(random: () => number, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
}

const CHANGES: Readonly<Record<string, (library: Library, text: string) => Promise<unknown>>> = {
  add: (library, text) => library.add(aDraft({ title: text.slice(0, 20) }), someFiles(text)),
  update: (library, text) => library.update(first(library), (article) => ({ ...article, title: text.slice(0, 6_000) })),
  replace: (library, text) => library.replace(first(library), aDraft(), someFiles(text)),
  highlight: (library, text) =>
    library.highlights.update(first(library), 'A title', () => [
      { ...aHighlight({ articleId: first(library) }), note: text.slice(0, 6_000) },
    ]),
  settings: (library) => library.setSettings({ textSize: 14 + (Math.round(library.settings().textSize) % 10) }),
  remove: (library) => library.remove(last(library)),
};

function first(library: Library) {
  const id = library.catalogue.ids().toSorted()[0];
  if (id === undefined) throw new Error('the library is empty');
  return id;
}

function last(library: Library) {
  return library.catalogue.ids().toSorted().at(-1) ?? first(library);
}

/** All that the library holds, as somebody else reads it from the disk just now. */
async function readAll(folder: string): Promise<string> {
  const library = await openLibrary(folder, { now: () => new Date(), readOnly: true });
  try {
    const articles = [];
    for (const article of (await articlesOf(library)).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const [text, content] = [await library.text(article.id), await library.content(article.id)];
      if (content !== `<p>${text}</p>`) throw new Error(`${article.id} is not whole`);
      articles.push([article, text]);
    }
    if (library.unreadable.length > 0) throw new Error(`unreadable: ${JSON.stringify(library.unreadable)}`);
    return JSON.stringify([articles, [...(await library.highlights.all())], library.settings()]);
  } finally {
    await library.close();
  }
}

/** Tries each change with so many pages of room, from none on; then once more with room, in the same process. */
export async function changeOnFullDisk(disk: SmallDisk, pages: number, seed: number): Promise<Filled> {
  const folder = join(disk.folder, 'library');
  const random = seededRandom(seed);
  const library = await openLibrary(folder, { now: () => new Date() });
  const wrong: string[] = [];
  let [refused, made] = [0, 0];
  await library.add(aDraft(), someFiles(noise(random, 8_000)));
  for (let room = 0; room < pages; room += 1) {
    for (const [name, change] of Object.entries(CHANGES)) {
      await library.add(aDraft(), someFiles('A short one.'));
      const text = noise(random, 4_000 + Math.floor(random() * 24_000));
      const before = await readAll(folder);
      await disk.leave(room);
      const failure = await change(library, text).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      const problem = await problemOf(failure, before, folder);
      if (problem !== undefined) wrong.push(`${name} with ${room} pages left: ${problem}`);
      if (failure === undefined) made += 1;
      else refused += 1;
      disk.clear();
      if (failure !== undefined) await change(library, text);
      // A mebibyte holds only so many.
      for (const id of library.catalogue.ids().toSorted().slice(1)) await library.remove(id);
      for (const id of await library.trash.ids()) await library.trash.discard(id);
    }
  }
  await library.close();
  return { refused, made, wrong };
}

async function problemOf(failure: unknown, before: string, folder: string): Promise<string | undefined> {
  try {
    const after = await readAll(folder);
    const left = (await readdir(folder, { recursive: true })).filter(
      (name) => name.endsWith('.tmp') || /^temp\/./.test(name),
    );
    if (left.length > 0) return `left behind: ${left.join(', ')}`;
    if (failure === undefined) return after === before ? 'acknowledged, and nothing has changed' : undefined;
    if (!(failure instanceof AppError && failure.code === 'disk'))
      return `not said as a matter of the disk: ${failure instanceof Error ? String(failure) : typeof failure}`;
    return after === before ? undefined : 'refused, and something has changed';
  } catch (problem) {
    return String(problem);
  }
}

/** Whether a stock writer puts a cut file in the place of a good one on the same disk and says that all is well. */
export async function isStockWriterCut(disk: SmallDisk): Promise<boolean> {
  const file = join(disk.folder, 'stock.json');
  const [good, better] = [JSON.stringify({ text: 'a'.repeat(6_000) }), JSON.stringify({ text: 'b'.repeat(40_000) })];
  await writeTrusting(file, good);
  await disk.leave(3);
  const isSaidWell = await writeTrusting(file, better).then(
    () => true,
    () => false,
  );
  const found = await readFile(file, 'utf8');
  return isSaidWell && found !== better && found !== good;
}
