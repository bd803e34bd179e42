// A library on a disk that takes three bytes of every write; whether what is there afterwards is whole out.
import { join } from 'node:path';
import { nodeDisk } from '../../../electron/store/disk.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { aDraft, someFiles } from '../../unit/store/drafts.ts';
import { faultyDisk } from '../../unit/store/faultyDisk.ts';
import { lookThrough } from '../../unit/store/kills.ts';

/** Answers how many writes were cut short. Throws when what is there is not what was asked for. */
export async function changeByThreeBytes(work: string): Promise<number> {
  const folder = join(work, 'slow-library');
  let writes = 0;
  const disk = faultyDisk(nodeDisk, (operation) => {
    if (operation !== 'write') return undefined;
    writes += 1;
    return 'short';
  });
  const library = await openLibrary(folder, { now: () => new Date(), disk });
  const { id } = await library.add(aDraft({ title: 'One' }), someFiles('The text of the first one.'));
  await library.add(aDraft({ title: 'Two' }), someFiles('The text of the second one.'));
  await library.update(id, (article) => ({ ...article, title: 'One, changed' }));
  await library.replace(id, aDraft({ title: 'One, again' }), someFiles('Its newer text.'));
  await library.setSettings({ theme: 'night' });
  await library.close();
  const found = JSON.stringify([...(await lookThrough(folder)).values()].toSorted());
  if (found !== '["One, again","Two"]') throw new Error(`after short writes there is ${found}`);
  return writes;
}
