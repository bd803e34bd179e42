// A library one of whose files was damaged in; whether it starts, what of it is there and what became of the damaged bytes out.
import { AppError } from '#contract/errors.ts';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { emptyDisk } from '../../unit/store/crashes.ts';
import { aDraft, articlesOf, seededRandom, someFiles } from '../../unit/store/drafts.ts';
import { openOn } from '../../unit/store/libraryState.ts';
import { mutations } from '../../unit/store/mutations.ts';
import { SimulatedDisk } from '../../unit/store/simulatedDisk.ts';

/** What was seen of damaged files. */
export interface Damaged {
  readonly tried: number;
  readonly slowestMs: number;
  readonly keptAside: number;
  /** Articles there after each start, of those that were there before. */
  readonly cards: { readonly found: number; readonly all: number };
  readonly wrong: readonly string[];
}

const HOME = '/home/library';
const OTHERS = ['Two', 'Three', 'Four', 'Five'];
const decoder = new TextDecoder();

async function seeded(): Promise<{ readonly disk: SimulatedDisk; readonly files: readonly string[] }> {
  const disk = await emptyDisk();
  const library = await openOn(disk, 'the life before');
  const { id } = await library.add(aDraft({ title: 'One' }), someFiles('The text of one.'));
  for (const title of OTHERS) await library.add(aDraft({ title }), someFiles(`The text of ${title}.`));
  for (const title of ['Older', 'Newest']) await library.update(id, (article) => ({ ...article, title }));
  await library.setSettings({ theme: 'sepia' });
  await library.setSettings({ textSize: 25 });
  const gone = await library.add(aDraft({ title: 'Gone' }), someFiles('Gone.'));
  await library.remove(gone.id);
  await library.close();
  const catalogue = (await disk.list(`${HOME}/catalogue`)).map(({ name }) => `catalogue/${name}`);
  return {
    disk,
    files: [
      'settings.json',
      'library.json',
      'trash.json',
      `articles/${id.slice(0, 2)}/${id}/article.json`,
      ...catalogue,
    ],
  };
}

/** Damages each of the library's files in so many ways in all. */
export async function startDamaged(count: number, seed: number): Promise<Damaged> {
  const { disk, files } = await seeded();
  const each = Math.max(1, Math.ceil(count / files.length) - 10);
  const wrong: string[] = [];
  let [tried, slowestMs, keptAside, found] = [0, 0, 0, 0];
  for (const [index, file] of files.entries()) {
    const path = `${HOME}/${file}`;
    const bytes = await disk.read(path);
    const text = decoder.decode(bytes);
    const isJson = file.endsWith('.json');
    const broken = isJson
      ? [...mutations(text, each, seed * 100 + index), ...moreWays(text)]
      : bytesDamaged(bytes, each + 10, seed * 100 + index);
    for (const [number, damaged] of broken.entries()) {
      tried += 1;
      const copy = disk.afterCrash(disk.operations.length, { keepsName: () => true, bytes: 'kept' });
      await copy.remove(path);
      const handle = await copy.create(path);
      await handle.write(damaged);
      await handle.sync();
      const begun = performance.now();
      const seen = await lookAt(copy, file, damaged);
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      found += seen.found;
      if (seen.isKeptAside) keptAside += 1;
      if (seen.problem !== undefined)
        wrong.push(`${file.replace(/[\w]{16}/, 'ID')}, mutation ${number}: ${seen.problem}`);
    }
  }
  return { tried, slowestMs, keptAside, cards: { found, all: tried * (OTHERS.length + 1) }, wrong };
}

interface Seen {
  readonly found: number;
  readonly isKeptAside: boolean;
  readonly problem: string | undefined;
}

async function lookAt(disk: SimulatedDisk, file: string, damaged: Uint8Array): Promise<Seen> {
  const all = OTHERS.length + 1;
  try {
    const library = await openOn(disk, 'the life after');
    const titles = (await articlesOf(library)).map(({ title }) => title);
    const settings = library.settings();
    const { repairs } = library;
    await library.close();
    const parts = file.split('/');
    const folder = [HOME, ...parts.slice(0, -1)].join('/');
    const aside = (await disk.list(folder)).filter(({ name }) => name.startsWith(`${parts.at(-1)}.damaged-`));
    const kept = await Promise.all(aside.map(({ name }) => disk.read(`${folder}/${name}`)));
    const isKeptAside = kept.some((bytes) => Buffer.compare(bytes, damaged) === 0);
    const problem =
      repairs.length > 0 && !isKeptAside
        ? 'mended, and the damaged bytes are gone'
        : settings.theme !== 'sepia' || settings.textSize < DEFAULT_SETTINGS.textSize
          ? 'the settings are neither the last ones nor those before'
          : OTHERS.some((title) => !titles.includes(title))
            ? `of the other articles there are only ${titles.join()}`
            : titles.some((title) => ![...OTHERS, 'Older', 'Newest'].includes(title))
              ? `an article is called ${titles.join()}`
              : undefined;
    return { found: titles.length, isKeptAside, problem };
  } catch (failure) {
    const isNewer =
      failure instanceof AppError && failure.code === 'unreadable' && failure.message.includes('newer Layover');
    const isUntouched = Buffer.compare(await disk.read(`${HOME}/${file}`), damaged) === 0;
    // What a newer version made is refused and left as it is.
    if (isNewer && isUntouched) return { found: all, isKeptAside: false, problem: undefined };
    return {
      found: 0,
      isKeptAside: false,
      problem: `does not start: ${failure instanceof Error ? failure.message : typeof failure}`,
    };
  }
}

/** A mark at the begin, a later version, another kind of value, and two documents in one file. */
function moreWays(text: string): readonly Uint8Array[] {
  return [
    `\uFEFF${text}`,
    text.replace('"format": 1', '"format": 2'),
    text.replace('"format": 1', '"format": 99'),
    `[${text}]`,
    `${text}\n{"a": 1}`,
    `\0${text}`,
  ].map((each) => new TextEncoder().encode(each));
}

function bytesDamaged(bytes: Uint8Array, count: number, seed: number): readonly Uint8Array[] {
  const random = seededRandom(seed);
  const at = (): number => Math.floor(random() * bytes.length);
  const kinds = [
    () => bytes.slice(0, at()),
    () => new Uint8Array(bytes.length),
    () => bytes.slice().fill(0, at()),
    () => bytes.slice(at()),
    () => {
      const place = at();
      return bytes.map((byte, index) => (index === place ? byte ^ (1 << Math.floor(random() * 8)) : byte));
    },
    () => Uint8Array.from({ length: at() }, () => random() * 256),
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.() ?? bytes);
}
