// A process of its own that works on a library until it is killed: says each change before it asks for it and after it is acknowledged.
import { articlesOf } from './drafts.ts';
import { writeSync } from 'node:fs';
import { openLibrary } from '../../../electron/store/library.ts';
import type { ChildLine } from './childLine.ts';
import { aDraft, seededRandom, someFiles } from './drafts.ts';

// A write that does not wait for the event loop: what is said has left the process before anything else happens.
function say(line: ChildLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function work(folder: string, seed: number, mode: string): Promise<void> {
  const random = seededRandom(seed);
  const library = await openLibrary(folder, { now: () => new Date() });
  say({ says: 'open' });
  if (mode === 'hold') await new Promise<void>((resolve) => setTimeout(resolve, 60_000));
  for (;;) {
    const title = `Title ${Math.floor(random() * 1e9)}`;
    const articles = await articlesOf(library);
    const id = articles[Math.floor(random() * articles.length)]?.id;
    const choice = random();
    if (id === undefined || choice < 0.3) {
      say({ says: 'asks', change: 'add', title });
      const added = await library.add(aDraft({ title }), someFiles(title));
      say({ says: 'has', change: 'add', id: added.id, title });
    } else if (choice < 0.6) {
      say({ says: 'asks', change: 'update', id, title });
      await library.update(id, (article) => ({ ...article, title }));
      say({ says: 'has', change: 'update', id, title });
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
