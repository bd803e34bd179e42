// What V8 made of the program when it was packed in; the same program out, loaded without being compiled anew. Where it is not there, or was made by
// another V8, all is compiled as ever.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Tells whether everything that was loaded since came from there. */
export type CodeCacheUse = () => boolean;

/**
 * Has the files of the build that are loaded from now on take their code from `code/PLATFORM-ARCH/` in it; `scripts/packaging/coder` makes that. V8 refuses
 * code of another version, other flags or another source (`script.cachedDataRejected`, Node's documentation of `vm.Script`).
 */
export function useCodeCache(builtFolder: string): CodeCacheUse {
  const folder = join(builtFolder, 'code', `${process.platform}-${process.arch}`);
  if (!existsSync(folder)) return () => false;
  let [taken, refused] = [0, 0];
  const { extensions } = createRequire(join(builtFolder, 'main.cjs'));
  extensions['.cjs'] = (module, file) => {
    const cachedData = readIfThere(join(folder, `${basename(file)}.bin`));
    // As the code was made, to the letter.
    const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file, ...(cachedData && { cachedData }) });
    if (script.cachedDataRejected === false) taken += 1;
    else refused += 1;
    const run: unknown = script.runInThisContext();
    if (typeof run !== 'function') throw new TypeError('a wrapped module is a function');
    Reflect.apply(run, module.exports, [module.exports, createRequire(file), module, file, dirname(file)]);
  };
  return () => taken > 0 && refused === 0;
}

function readIfThere(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
