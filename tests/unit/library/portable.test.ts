// Where a portable Layover keeps its things, on each system and as each package starts it.
import { expect, test } from 'playwright/test';
import { portableFolder } from '../../../electron/library/portable.ts';

test.skip(process.platform === 'win32', 'the paths of this test are those of POSIX');

const linux = (program: string, env: NodeJS.ProcessEnv = {}): string =>
  portableFolder({ program, env, platform: 'linux' });

test('lies beside the program', () => {
  expect(linux('/media/stick/layover')).toBe('/media/stick/Layover data');
});

test('lies beside an AppImage, not where it is mounted', () => {
  const env = { APPIMAGE: '/media/stick/Layover.AppImage' };
  expect(linux('/tmp/.mount_x/layover', env)).toBe('/media/stick/Layover data');
});

test('lies beside a bundle, not in it', () => {
  const program = '/Volumes/Stick/Layover.app/Contents/MacOS/Layover';
  expect(portableFolder({ program, env: {}, platform: 'darwin' })).toBe('/Volumes/Stick/Layover data');
});

test("lies where Windows' portable program was started, not where it unpacked itself", () => {
  const env = { PORTABLE_EXECUTABLE_DIR: '/e' };
  expect(portableFolder({ program: '/temp/x/Layover.exe', env, platform: 'win32' })).toBe('/e/Layover data');
});
