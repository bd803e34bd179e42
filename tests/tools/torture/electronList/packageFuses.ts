// The package that `npm run torture` had made for this machine in; its fuses, read back from the program's own bytes, out.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FUSES, readFuses } from '../../../../scripts/packaging/fuses.mjs';
import { fusedFile } from '../../../../scripts/packaging/packagePaths.mjs';

/** The fuses of a package. */
export interface PackageFuses {
  /** How many stand as they must, and the names of those that do not. */
  readonly good: number;
  readonly wrong: readonly string[];
  /** Those that the Electron in it does not have. */
  readonly absent: readonly string[];
}

/** `undefined` when no package could be made here. */
export function packageFuses(): PackageFuses | undefined {
  const program = process.env['LAYOVER_PACKAGE'];
  if (program === undefined) return undefined;
  const folder = process.platform === 'darwin' ? resolve(program, '../../../..') : dirname(program);
  const found = readFuses(readFileSync(fusedFile(folder, process.platform)));
  const wrong = FUSES.filter(({ name, isOn }) => found.has(name) && found.get(name) !== (isOn ? 'on' : 'off'));
  return {
    good: found.size - wrong.length,
    wrong: wrong.map(({ name }) => name),
    absent: FUSES.filter(({ name }) => !found.has(name)).map(({ name }) => name),
  };
}
