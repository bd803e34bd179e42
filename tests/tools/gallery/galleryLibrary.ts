// An empty folder in; a library with something for every screen out: pictures, related posts, notes, copies, a failed save, a full trash,
// highlights that were found and lost, and texts in several scripts. All of our own writing.
import { join } from 'node:path';
import type { SaveSource } from '#contract/save.ts';
import { labelOf } from '../../../electron/serve/routes.ts';
import { openLayover } from '../../../electron/layover.ts';
import { readSample } from '../../../electron/library/sample.ts';
import { aTarget } from '../../helpers/highlights.ts';
import { NIGHT_LINES, nightLinesRoutes } from '../../helpers/nightLines.ts';
import { startSite } from '../../helpers/site.ts';
import { listed, pageHtml } from '../../app/pages.ts';
import { arabicPage, germanPage, hebrewPage, japanesePage, piecesPage } from '../../app/textPages.ts';

const SENTENCES = [
  'The keeper wrote every arrival down by hand, one line for each night, and never missed one in thirty years.',
  'What he did not write down, the sea did, in rings of salt on the lower steps of the stair.',
  'In summer the steamer brought newspapers, spare parts and people with instruments, who asked about the rings and stayed for the lamp.',
  'Nobody asked for the second table, and so nobody missed it when the proofs were lost.',
  'From the gallery one sees three harbours at once, and on clear nights the train that climbs out of the valley.',
] as const;

const paragraphs: readonly string[] = Array.from({ length: 9 }, (_, i) =>
  SENTENCES.map((_sentence, k) => SENTENCES[(i + k * 2) % SENTENCES.length]).join(' '),
);

/** The first is here, the others are missing for different reasons. */
const postcards: readonly string[] = ['pictures/map.svg', 'gone.png', 'table.pdf', 'nothing']
  .map((path) => `<figure><img src="/${path}" alt="The pier in winter"><figcaption>No. ${path}</figcaption></figure>`)
  .flatMap((figure, at) => [paragraphs[at] ?? '', figure]);

/** Articles of the gallery that its screens open, by their titles. */
export const SHOWN = {
  sample: 'The last bar of signal',
  lines: NIGHT_LINES.title,
  plates: 'Plates of the bay',
  missing: 'Postcards from the north pier',
  pieces: 'How the tide tables were made',
  winter: 'Winter quarters of the pilot boats, and what the harbour office kept of them in forty boxes',
  german: 'Das Leuchtfeuer am Gezeitenweg',
  arabic: 'حارس المنارة والبحر',
  hebrew: 'שומר המגדלור והים',
  japanese: '灯台守と海',
} as const;

function page(title: string, name: string, related: readonly string[] = []): SaveSource {
  const html = pageHtml({ title, address: `harbour.example/${name}`, paragraphs, related });
  return { from: 'file', name: `${name}.html`, bytes: Buffer.from(html) };
}

/** Fills the library in the folder and closes it; answers the addresses of its articles in the window, by their titles. Throws what a save throws. */
export async function fillGallery(folder: string, builtFolder: string): Promise<ReadonlyMap<string, string>> {
  const layover = await openLayover({
    folder,
    workerFile: join(builtFolder, 'extractWorker.cjs'),
    classify: () => 'public',
    now: () => new Date(),
    isPatient: false,
    report: (bug) => process.stderr.write(`${String(bug)}\n`),
    events: { libraryChanged: () => undefined, saveChanged: () => undefined, saveDismissed: () => undefined },
  });
  const save = async (source: SaveSource): Promise<void> => {
    const { id } = await layover.saves.add(source, labelOf(source));
    await layover.saves.settled(id);
  };
  let text = paragraphs;
  const site = await startSite({
    ...nightLinesRoutes,
    '/plates': (_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageHtml({ title: SHOWN.plates, address: 'harbour.example/plates', paragraphs: text }));
    },
    '/postcards': {
      body: pageHtml({ title: SHOWN.missing, address: 'harbour.example/postcards', paragraphs: postcards }),
      headers: { 'content-type': 'text/html; charset=utf-8' },
    },
  });
  try {
    await save({ from: 'address', address: site.url('/plates') });
    text = ['To read on, become a member. It costs less than a cup of coffee.', ...paragraphs.slice(0, 2)];
    await save({ from: 'address', address: site.url('/plates') });
    await save({ from: 'address', address: site.url('/gone') });
    await save({ from: 'address', address: site.url('/night-lines') });
    await save({ from: 'address', address: site.url('/postcards') });
  } finally {
    await site.close();
  }
  const named = ['Tide tables', 'Lamp oil', 'Harbour radio', 'Fog signals', 'The pilot’s vocabulary'].map((title, i) =>
    listed(
      `<a href="https://${i % 2 === 0 ? 'harbour' : 'tides'}.example/${i}">${title}</a>${i === 2 ? ' – Video' : ''}`,
      `March ${i * 4 + 3}, 2025`,
      `${i === 1 ? 'June' : 'March'} ${i * 4 + 3}, 2025`,
    ),
  );
  for (const source of [
    page('Lamp oil', 'lamp-oil'),
    page('Put away', 'away'),
    page(
      'A word that is too long for its line: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      'long',
    ),
    germanPage(),
    japanesePage(),
    hebrewPage(),
    arabicPage(),
    page(SHOWN.winter, 'winter', named),
    piecesPage(),
    await readSample(builtFolder),
  ])
    await save(source);
  for (const { id, title } of await layover.cards()) {
    if (title === 'Put away') await layover.remove(id);
    if (title === 'Lamp oil') {
      await layover.change(id, (article) => ({ ...article, reading: { ...article.reading, archived: true } }));
    }
    if (title === SHOWN.pieces || title === SHOWN.lines) {
      await layover.change(id, (article) => ({
        ...article,
        starred: true,
        tags: ['sea', 'timetables'],
        reading: { ...article.reading, progress: 0.4 },
      }));
    }
    if (title === SHOWN.japanese) {
      await layover.change(id, (article) => ({ ...article, look: { vertical: true } }));
    }
    if (title !== SHOWN.winter) continue;
    const made = { note: 'Compare with the second table.', tags: ['salt'] } as const;
    const quotes = [SENTENCES[0], SENTENCES[2], SENTENCES[4], 'A passage that the page has lost since then'];
    for (const [i, color] of (['yellow', 'green', 'blue', 'red'] as const).entries()) {
      await layover.highlights.add(id, { ...made, color, target: aTarget(quotes[i] ?? '') });
    }
  }
  const view = { sort: 'saved', isReversed: false, icon: null } as const;
  await layover.library.setSettings({
    views: [
      { ...view, id: 'starred', name: 'Starred', query: 'is:starred' },
      { ...view, id: 'sea', name: 'About the sea, not yet read', query: 'tag:sea is:unread' },
    ],
  });
  const departure = {
    day: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10),
    time: '07:40',
    zone: 'Europe/Lisbon',
  };
  const plan = {
    departure,
    minutes: 180,
    sizeBytes: 50_000_000,
    fetchBytes: null,
    sources: [{ from: 'queue' }],
  } as const;
  await layover.trips.fill((await layover.trips.make({ ...plan, name: 'Lisbon, by night train', reminds: false })).id);
  const addresses = new Map((await layover.cards()).map(({ id, title }) => [title, `#/library/article/${id}`]));
  await layover.close();
  return addresses;
}
