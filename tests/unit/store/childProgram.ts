// A process of its own that works on a library until it is killed: says each change before it asks for it and after it is acknowledged.
import { writeSync } from 'node:fs';
import { openLibrary } from '../../../electron/store/library.ts';
import type { ChildLine } from './childLine.ts';
import { aDraft, seededRandom, someFiles } from './drafts.ts';

const MOST_ARTICLES = 30;

// A write that does not wait for the event loop: what is said has left the process before anything else happens.
function say(line: ChildLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function work(folder: string, seed: number, mode: string): Promise<void> {
  const random = seededRandom(seed);
  // What the catalogue says is trusted, as it is in a large library.
  const library = await openLibrary(folder, { now: () => new Date(), looksAtUpTo: 0 });
  say({ says: 'open' });
  if (mode === 'hold') await new Promise<void>((resolve) => setTimeout(resolve, 60_000));
  for (;;) {
    const title = `Title ${Math.floor(random() * 1e9)}`;
    const ids = library.catalogue.ids();
    const id = ids[Math.floor(random() * ids.length)];
    // A library that does not grow for ever is looked through in milliseconds after each kill.
    const choice = random() + (ids.length > MOST_ARTICLES ? 0.3 : 0);
    if (id === undefined || choice < 0.3) {
      say({ says: 'asks', change: 'add', title });
      const added = await library.add(aDraft({ title }), someFiles(title));
      say({ says: 'has', change: 'add', id: added.id, title });
    } else if (choice < 0.6) {
      say({ says: 'asks', change: 'update', id, title });
      if (mode === 'hasty') say({ says: 'has', change: 'update', id, title });
      await library.update(id, (article) => ({ ...article, title }));
      if (mode !== 'hasty') say({ says: 'has', change: 'update', id, title });
    } else if (choice < 0.8) {
      say({ says: 'asks', change: 'replace', id, title });
      await library.replace(id, aDraft({ title }), someFiles(title));
      say({ says: 'has', change: 'replace', id, title });
    } else {
      say({ says: 'asks', change: 'remove', id, title });
      await library.remove(id);
      say({ says: 'has', change: 'remove', id, title });
    }
  }
}

const [folder = '', seed = '1', mode = 'work'] = process.argv.slice(2);
void work(folder, Number(seed), mode);
