// Adds one to a number in a library, again and again, opening and closing the library each time and waiting while another process has it open. Says at its end
// how often it was acknowledged. `lawless` believes of no other process that it is alive, and so takes every lock.
// Uses: turns FOLDER SECONDS lawful|lawless
import { writeSync } from 'node:fs';
import { AppError } from '#contract/errors.ts';
import { openLibrary } from '../../../../electron/store/library.ts';
import { systemProcesses } from '../../../../electron/store/lock.ts';

async function run(folder: string, seconds: number, isLawful: boolean): Promise<void> {
  const ends = performance.now() + seconds * 1_000;
  const processes = isLawful ? systemProcesses : { ...systemProcesses, isAlive: () => false };
  let [added, failed] = [0, 0];
  while (performance.now() < ends) {
    try {
      const library = await openLibrary(folder, { now: () => new Date(), processes });
      const [id] = library.catalogue.ids();
      if (id !== undefined) {
        await library.update(id, (article) => ({ ...article, minutes: article.minutes + 1 }));
        added += 1;
      }
      await library.close();
    } catch (failure) {
      // The other one's turn.
      if (!(failure instanceof AppError && failure.code === 'locked')) failed += 1;
    }
  }
  writeSync(1, JSON.stringify({ added, failed }));
}

const [folder = '', seconds = '1', law] = process.argv.slice(2);
void run(folder, Number(seconds), law === 'lawful');
