// In: what `ldd` and `apt-cache policy` print, and the loader's list. Out: which Debian packages a program on Linux is missing. Pure.

/** Debian's names as of Debian 12; later ones may carry a `t64` at the end. Everything a Chromium or Electron links to or opens. */
const PACKAGE_OF = /** @type {Readonly<Record<string, string>>} */ ({
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXcursor.so.1': 'libxcursor1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXi.so.6': 'libxi6',
  'libXrandr.so.2': 'libxrandr2',
  'libXrender.so.1': 'libxrender1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo-gobject.so.2': 'libcairo-gobject2',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libfontconfig.so.1': 'libfontconfig1',
  'libgbm.so.1': 'libgbm1',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libpangocairo-1.0.so.0': 'libpangocairo-1.0-0',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libxcb-dri3.so.0': 'libxcb-dri3-0',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libxshmfence.so.1': 'libxshmfence1',
});

/**
 * The libraries that the system's loader does not find for a program, each once, in order.
 * @param {string} lddOutput
 */
export function missingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

/** Opened by Chromium itself once it runs, so `ldd` knows nothing of it; without it the program ends and says nothing. */
export const OPENED = ['libX11-xcb.so.1'];

/**
 * The libraries that Chromium opens by name and that the system's loader does not know.
 * @param {Uint8Array} loaderCache the bytes of `/etc/ld.so.cache` (ldconfig(8)), in which each name ends with a zero, and may be the end of a path
 */
export function missingOpened(loaderCache) {
  const strings = Buffer.from(loaderCache);
  return OPENED.filter((name) => !strings.includes(`${name}\0`));
}

/**
 * The Debian packages that hold these libraries, and those libraries that no package is known for.
 * @param {readonly string[]} libraries
 * @returns {{ packages: string[], unknown: string[] }}
 */
export function packagesForLibraries(libraries) {
  /** @type {Set<string>} */
  const packages = new Set();
  const unknown = [];
  for (const library of libraries) {
    const name = Object.hasOwn(PACKAGE_OF, library) ? PACKAGE_OF[library] : undefined;
    if (name === undefined) unknown.push(library);
    else packages.add(name);
  }
  return { packages: [...packages].sort(), unknown };
}

/**
 * The names in `apt-cache policy NAME…` output that apt could install.
 * @param {string} policyOutput printed with LC_ALL=C
 * @returns {Set<string>}
 */
export function installableNames(policyOutput) {
  const found = policyOutput.matchAll(/^(\S+):\n(?: {2}.*\n)*? {2}Candidate: (?!\(none\))/gm);
  return new Set([...found].map((match) => match[1] ?? ''));
}

/**
 * The name a package has on this system: since 2024 many libraries end in `t64` (64-bit time), and the old name may be
 * a virtual one that apt refuses. Undefined when the system has neither.
 * @param {string} name
 * @param {ReadonlySet<string>} installable
 */
export function nameOnThisSystem(name, installable) {
  return [`${name}t64`, name].find((candidate) => installable.has(candidate));
}
