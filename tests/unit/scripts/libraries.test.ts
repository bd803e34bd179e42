// From what the system's tools print to the Debian packages a person is told to install.
import { expect, test } from 'playwright/test';
import {
  installableNames,
  missingLibraries,
  missingOpened,
  nameOnThisSystem,
  packagesForLibraries,
} from '../../../scripts/system/libraries.mjs';

const LDD = `\tlinux-vdso.so.1 (0x00007ffd2a5e6000)
\tlibffmpeg.so => /opt/electron/./libffmpeg.so (0x00007f0e8c000000)
\tlibnss3.so => not found
\tlibsmime3.so => not found
\tlibXss.so.1 => not found
\tlibnss3.so => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0e8bc00000)
`;

const POLICY = `libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1
  Version table:
     3.24.41-4ubuntu1 500
libnss3:
  Installed: 2:3.98-1
  Candidate: 2:3.98-1
  Version table:
 *** 2:3.98-1 500
`;

test('lists each library the loader does not find, once', () => {
  expect(missingLibraries(LDD)).toEqual(['libnss3.so', 'libsmime3.so', 'libXss.so.1']);
  expect(missingLibraries('\tnot a dynamic executable\n')).toEqual([]);
});

test('knows of a library that no program links to, which Chromium opens by itself', () => {
  const cache = (...names: readonly string[]): Buffer => Buffer.from(`glibc-ld.so.cache1.1\0${names.join('\0')}\0`);
  expect(missingOpened(cache('libX11.so.6', '/lib/libX11.so.6'))).toEqual(['libX11-xcb.so.1']);
  // Newer loaders keep a name and the path that ends with it as one.
  expect(missingOpened(cache('/lib/x86_64-linux-gnu/libX11-xcb.so.1', 'libX11.so.6'))).toEqual([]);
  expect(packagesForLibraries(['libX11-xcb.so.1']).packages).toEqual(['libx11-xcb1']);
});

test('names the packages, and the libraries it knows no package for', () => {
  expect(packagesForLibraries(['libXss.so.1', 'libnss3.so', 'libsmime3.so', 'libcolour.so.9', 'toString'])).toEqual({
    packages: ['libnss3', 'libxss1'],
    unknown: ['libcolour.so.9', 'toString'],
  });
});

test('knows which names apt can install', () => {
  expect(installableNames(POLICY)).toEqual(new Set(['libgtk-3-0t64', 'libnss3']));
});

test('takes the t64 name where the system has it', () => {
  const installable = installableNames(POLICY);
  expect(nameOnThisSystem('libgtk-3-0', installable)).toBe('libgtk-3-0t64');
  expect(nameOnThisSystem('libasound2', new Set(['libasound2', 'libasound2t64']))).toBe('libasound2t64');
  expect(nameOnThisSystem('libnss3', installable)).toBe('libnss3');
  expect(nameOnThisSystem('chromium', installable)).toBeUndefined();
});
