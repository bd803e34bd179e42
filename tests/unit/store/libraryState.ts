// A library's whole content as one plain value, to compare what a crash left with what was acknowledged; and a life to crash in.
import { articlesOf } from './drafts.ts';
import { toCard, type ArticleId } from '#contract/article.ts';
import type { Disk } from '../../../electron/store/disk.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import type { Processes } from '../../../electron/store/lock.ts';
import type { SaveRecord } from '../../../electron/store/saveSchema.ts';
import { aHighlight } from '../../helpers/highlights.ts';
import { aDraft, seededRandom, someFiles } from './drafts.ts';

/** A process that is dead as soon as its life is over: each life has its own start time. */
export function processesOf(life: string): Processes {
  return {
    self: () => ({ pid: 1, bootId: 'boot', startTime: life }),
    isAlive: (owner) => owner.startTime === life,
  };
}

/** Opens a library on a simulated disk, with ids and instants that depend on the seed only. */
export async function openOn(disk: Disk, life: string, seed = 1, looksAtUpTo?: number): Promise<Library> {
  const random = seededRandom(seed);
  let second = seed * 1_000;
  const library = await openLibrary('/home/library', {
    disk,
    ...(looksAtUpTo === undefined ? {} : { looksAtUpTo }),
    keysOf: ({ title }) => ({ own: [title], stated: null }),
    processes: processesOf(life),
    random: (size) => Uint8Array.from({ length: size }, () => random() * 256),
    now: () => new Date(Date.UTC(2026, 2, 1) + (second += 1) * 1_000),
  });
  if (!library.isChecked) await library.check();
  return library;
}

/** All that a library holds. */
export async function stateOf(library: Library): Promise<unknown> {
  const articles = [];
  for (const article of await articlesOf(library)) {
    const { id } = article;
    const [content, text, original] = [await library.content(id), await library.text(id), await library.original(id)];
    const versions = [];
    for (const version of await library.versions(id)) {
      versions.push({ version, text: await library.versionText(id, version.saved) });
    }
    const [listed] = await library.catalogue.cards([library.catalogue.rowOf(id) ?? -1]);
    const found = await library.catalogue.find(article.title);
    const catalogue = {
      isTrue: JSON.stringify(listed?.card) === JSON.stringify(toCard(article)),
      finds: found !== undefined && (await library.article(found)).title === article.title,
    };
    articles.push({
      article,
      catalogue,
      versions,
      content,
      text,
      original: Buffer.from(original.bytes).toString('latin1'),
    });
  }
  const saves = library.saves.list().map(({ save, source }) => ({
    save,
    source: source.from === 'file' ? { ...source, bytes: Buffer.from(source.bytes).toString('latin1') } : source,
  }));
  const highlights = [...(await library.highlights.all())].sort(([a], [b]) => (a < b ? -1 : 1));
  return { articles, saves, highlights, settings: library.settings() };
}

/** One thing a person does; `id` names the article the life is about. */
export type Step = (library: Library, id: ArticleId) => Promise<unknown>;

/** Highlights something in an article, once under each number: where only the sync of a name failed, it is there already. */
const highlightIn =
  (number: number): Step =>
  (library, id) =>
    library.highlights.update(id, 'A title', (all) => {
      const made = aHighlight({ articleId: id, id: String(number).padStart(20, '0') });
      return all.some((each) => each.id === made.id) ? all : [...all, made];
    });

/** A record of a save that waits. */
export function aRecord(id: number, change: Partial<SaveRecord> = {}): SaveRecord {
  return {
    save: {
      id,
      label: `Save ${id}`,
      asked: '2026-03-01T09:00:00.000Z',
      order: id,
      foundIn: null,
      progress: { state: 'waiting' },
    },
    source: { from: 'address', address: `https://a.example/${id}` },
    delay: null,
    ...change,
  };
}

const bytes = new TextEncoder().encode('the bytes of a file');
const failed = { state: 'failed', error: { code: 'network', message: 'No answer.' } } as const;

async function onLatest(library: Library, id: ArticleId, act: (saved: string) => Promise<unknown>): Promise<void> {
  const [latest] = await library.versions(id);
  // After a crash in the middle the step may be done already.
  if (latest !== undefined) await act(latest.saved);
}

/** A life in which everything that writes happens at least once. */
export const LIFE: readonly Step[] = [
  (library) => library.add(aDraft({ title: 'Second' }), someFiles('Second text.')),
  (library, id) => library.update(id, (article) => ({ ...article, reading: { ...article.reading, block: 3 } })),
  (library, id) => library.update(id, (article) => ({ ...article, reading: { ...article.reading, block: 4 } })),
  (library, id) => library.keepVersion(id),
  (library, id) => library.replace(id, aDraft({ title: 'First, again' }), someFiles('Newer text.')),
  (library, id) => library.hold(id, aDraft({ title: 'A sign-in page' }), someFiles('Sign in.')),
  (library, id) => onLatest(library, id, (saved) => library.takeVersion(id, saved)),
  (library, id) => onLatest(library, id, (saved) => library.removeVersion(id, saved)),
  (library) => library.putAsset(bytes, 'image/png'),
  (library) => library.setSettings({ theme: 'night' }),
  (library) => library.setSettings({ textSize: 24 }),
  (library) => library.saves.put(aRecord(1)),
  (library) => library.saves.put(aRecord(2, { source: { from: 'file', name: 'a.html', bytes } })),
  (library) => library.saves.put(aRecord(1, { save: { ...aRecord(1).save, progress: failed } })),
  (library) => library.saves.drop(2),
  highlightIn(1),
  highlightIn(2),
  (library, id) => library.remove(id),
  (library, id) => library.restore(id),
  (library, id) => library.highlights.removeHighlights(id),
  (library) => library.saves.drop(1),
];

/** A step that makes sense for the library as it stands; `trashed` remembers what was removed. */
export function randomStep(library: Library, random: () => number, trashed: Set<ArticleId>): () => Promise<unknown> {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const text = `Text ${Math.floor(random() * 1e6)}.`;
  const id = pick(library.catalogue.ids());
  const gone = pick([...trashed]);
  const save = pick(library.saves.list());
  const nextSave = Math.max(0, ...library.saves.list().map((record) => record.save.id)) + 1;
  const steps: (() => Promise<unknown>)[] = [
    () => library.add(aDraft({ title: text }), someFiles(text)),
    () => library.putAsset(new TextEncoder().encode(text), 'image/png'),
    () => library.setSettings({ textSize: 14 + Math.floor(random() * 18) }),
    () =>
      library.saves.put(
        aRecord(nextSave, { source: { from: 'file', name: text, bytes: new TextEncoder().encode(text) } }),
      ),
  ];
  if (id !== undefined) {
    steps.push(
      () => library.update(id, (old) => ({ ...old, title: text })),
      () => library.replace(id, aDraft({ title: text }), someFiles(text)),
      () => library.remove(id).then(() => trashed.add(id)),
      () => highlightIn(Math.floor(random() * 1_000))(library, id),
      () => highlightIn(Math.floor(random() * 1_000))(library, id),
      () => library.highlights.removeHighlights(id),
      () => library.keepVersion(id),
      () => library.hold(id, aDraft({ title: text }), someFiles(text)),
      () => onLatest(library, id, (saved) => library.takeVersion(id, saved)),
      () => onLatest(library, id, (saved) => library.removeVersion(id, saved)),
    );
  }
  if (gone !== undefined) steps.push(() => library.restore(gone).then(() => trashed.delete(gone)));
  if (save !== undefined) {
    steps.push(
      () => library.saves.put({ ...save, save: { ...save.save, progress: failed } }),
      () => library.saves.drop(save.save.id),
    );
  }
  return pick(steps) ?? (() => Promise.resolve());
}
