// Where a library lies that nobody has put anywhere, and one of which that is no longer known.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { defaultLibraryFolder } from '../../../electron/library/libraryFolder.ts';
import { libraryInUse, openFolderFile } from '../../../electron/library/moving/folderInUse.ts';

const usual = join(homedir(), '.local', 'share', 'layover', 'library');

test('lies where the system keeps data of programs', () => {
  expect(defaultLibraryFolder({}, 'linux')).toBe(usual);
  expect(defaultLibraryFolder({ XDG_DATA_HOME: '/data/ann' }, 'linux')).toBe(join('/data/ann', 'layover', 'library'));
});

test('does not lie in the folder that Layover happens to be called from', () => {
  expect(defaultLibraryFolder({ XDG_DATA_HOME: '' }, 'linux')).toBe(usual);
  expect(defaultLibraryFolder({ XDG_DATA_HOME: 'data' }, 'linux')).toBe(usual);
});

test('what says where a library lies and cannot be read is not taken for a library that was never moved', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-in-use-'));
  try {
    const [place, name] = [join(folder, 'library'), 'library-folder.json'];
    expect(await libraryInUse(place)).toBe(place);
    writeFileSync(join(folder, name), '{"format":1,"folder":"/media/sti');
    await expect(libraryInUse(place)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('--library'),
    });
    const file = await openFolderFile(place);
    expect(file.unread()).toBe(join(folder, name));
    expect(readdirSync(folder)).toEqual([name]);
    await file.set({ folder: '/media/stick/library' });
    expect(file.unread()).toBeUndefined();
    expect(await libraryInUse(place)).toBe('/media/stick/library');
    expect(readdirSync(folder).filter((each) => each.startsWith(`${name}.damaged-`))).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
