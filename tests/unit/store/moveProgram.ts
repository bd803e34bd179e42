// A process of its own that moves a library: says when it begins, and ends with 0 when the new one is in use.
import { writeSync } from 'node:fs';
import { openFolderFile } from '../../../electron/library/moving/folderInUse.ts';
import { nodeDisk } from '../../../electron/store/disk.ts';
import { copyForMove } from '../../../electron/store/moveLibrary.ts';

async function move(usual: string, parent: string): Promise<void> {
  writeSync(1, 'begins\n');
  const nothing = (): void => undefined;
  const moving = await copyForMove({ disk: nodeDisk, from: usual, parent, throwIfCancelled: nothing, tell: nothing });
  const file = await openFolderFile(usual);
  await moving.prove(() => file.set({ folder: moving.to }));
}

const [usual = '', parent = ''] = process.argv.slice(2);
void move(usual, parent);
