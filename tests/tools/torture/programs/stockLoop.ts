// Counts in a file through lowdb as it comes, which never waits for the disk, and says each count once it was acknowledged: a control for power cuts.
// Uses: stockLoop FOLDER
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import type { ChildLine } from '../../../unit/store/childLine.ts';

function say(line: ChildLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function count(folder: string): Promise<void> {
  const db = await JSONFilePreset(join(folder, 'count.json'), { count: 0 });
  say({ says: 'open' });
  for (;;) {
    await db.update((data) => {
      data.count += 1;
    });
    say({ says: 'has', change: 'update', id: 'count', title: String(db.data.count) });
  }
}

void count(process.argv[2] ?? '');
