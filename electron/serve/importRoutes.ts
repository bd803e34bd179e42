// What the calls about imports do.
import { stringify } from 'csv-stringify/sync';
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { CallName } from '#contract/calls.ts';
import { AppError } from '#contract/errors.ts';
import { harmlessCell } from '#contract/tableCell.ts';
import type { ImportCalls } from '#contract/importCalls.ts';
import type { LibraryPreview } from '#contract/imports.ts';
import { readChosen } from '../capture/readChosen.ts';
import { REPORT_HEADING, reportRow } from '../library/importing/importReport.ts';
import type { ExportKeeper } from '../library/exporting/exportKeeper.ts';
import { toExportError } from '../library/exporting/exportFailure.ts';
import type { Layover } from '../layover.ts';
import { articlesInOwnFile, isTripPack } from '../library/exporting/onDemand.ts';
import { checked, inputs } from './input.ts';
import { route, type Routes } from './router.ts';

/** What the system around the app does for these calls. */
export interface ImportHost {
  /** Lets the person choose what is to be imported, files or a folder of them, and answers their paths; none when they cancel. */
  readonly chooseImport: (what: 'files' | 'folder') => Promise<readonly string[]>;
  /** Lets the person choose where to write a file, which then is there whole; `null` when they cancel. Throws `disk`. */
  readonly writeFile: (name: string, content: string | Uint8Array) => Promise<string | null>;
}

/** Makes their routes. */
export function importRoutes(
  { imports, library }: Pick<Layover, 'imports' | 'library'>,
  keeper: Pick<ExportKeeper, 'restore'>,
  host: ImportHost,
): Pick<Routes, Extract<CallName, keyof ImportCalls>> {
  /** Paths of libraries that were looked at, by the id of what was told of them. */
  const libraries = new Map<string, string>();

  async function lookAtLibrary(path: string): Promise<LibraryPreview | undefined> {
    const ids = await articlesInOwnFile(path).catch((failure: unknown) => {
      throw toExportError(failure);
    });
    if (ids === undefined) return undefined;
    const id = randomBytes(8).toString('hex');
    libraries.set(id, path);
    const fresh = ids.filter((each) => library.catalogue.rowOf(each) === undefined).length;
    return { id, name: basename(path), isTrip: await isTripPack(path), articles: ids.length, fresh };
  }

  return {
    'import.choose': route(checked(inputs.importKind), async ({ what }) => {
      const paths = await host.chooseImport(what);
      const [first] = paths;
      if (first === undefined) return null;
      const own = paths.length === 1 ? await lookAtLibrary(first) : undefined;
      return own ?? imports.preview(basename(first), await readChosen(paths));
    }),
    'import.paste': route(checked(inputs.importText), ({ text }) =>
      imports.preview('', [{ name: 'pasted.txt', bytes: new TextEncoder().encode(text) }]),
    ),
    'import.start': route(checked(inputs.importStart), ({ id, follows }) => imports.start(id, follows)),
    'import.restore': route(checked(inputs.importId), ({ id }) => {
      const path = libraries.get(id);
      if (path === undefined) throw new AppError('not-found', 'This file was put aside. Choose it once more.');
      const job = keeper.restore(path);
      libraries.delete(id);
      return job;
    }),
    'import.cancel': route(checked(inputs.importId), ({ id }) => imports.cancel(id)),
    'import.forget': route(checked(inputs.importId), ({ id }) => {
      return libraries.delete(id) ? undefined : imports.forget(id);
    }),
    'import.list': route(checked(inputs.nothing), () => imports.list()),
    'import.report': route(checked(inputs.importReport), async ({ id, words }) => {
      const rows: string[][] = [[...REPORT_HEADING]];
      for await (const lines of imports.lines(id)) rows.push(...lines.map((line) => [...reportRow(line, words)]));
      return host.writeFile('import-report.csv', stringify(rows, { bom: true, cast: { string: harmlessCell } }));
    }),
  };
}
