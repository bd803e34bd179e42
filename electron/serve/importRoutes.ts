// What the calls about imports do.
import { stringify } from 'csv-stringify/sync';
import { basename } from 'node:path';
import type { CallName } from '#contract/calls.ts';
import type { ImportCalls } from '#contract/importCalls.ts';
import { readChosen } from '../capture/readChosen.ts';
import { REPORT_HEADING, reportRow } from '../importReport.ts';
import type { Layover } from '../layover.ts';
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
  { imports }: Pick<Layover, 'imports'>,
  host: ImportHost,
): Pick<Routes, Extract<CallName, keyof ImportCalls>> {
  return {
    'import.choose': route(checked(inputs.importKind), async ({ what }) => {
      const paths = await host.chooseImport(what);
      const [first] = paths;
      return first === undefined ? null : imports.preview(basename(first), await readChosen(paths));
    }),
    'import.paste': route(checked(inputs.importText), ({ text }) =>
      imports.preview('', [{ name: 'pasted.txt', bytes: new TextEncoder().encode(text) }]),
    ),
    'import.start': route(checked(inputs.importId), ({ id }) => imports.start(id)),
    'import.cancel': route(checked(inputs.importId), ({ id }) => imports.cancel(id)),
    'import.forget': route(checked(inputs.importId), ({ id }) => imports.forget(id)),
    'import.list': route(checked(inputs.nothing), () => imports.list()),
    'import.report': route(checked(inputs.importId), async ({ id }) => {
      const rows: string[][] = [[...REPORT_HEADING]];
      for await (const lines of imports.lines(id)) rows.push(...lines.map((line) => [...reportRow(line)]));
      return host.writeFile('import-report.csv', stringify(rows, { bom: true, escape_formulas: true }));
    }),
  };
}
