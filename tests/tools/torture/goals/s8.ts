// S8: no file of another program changes what all objects have, and no name in one becomes a path.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readImport } from '../../../../electron/exchange/import/readImport.ts';
import { importTools } from '../../../../electron/library/importing/importTools.ts';
import { joinParts, type Goal } from '../goal.ts';
import { mergeCarelessly, pollutedFiles } from '../pollutedFiles.ts';

const NOW = Date.UTC(2026, 0, 1);
const LEAST = 200;

/** See `docs/promises.md`. */
export const s8: Goal = {
  id: 'S8',
  goal: 'imports',
  figure:
    '≥ 200 polluted JSON, CSV, OPML and ZIP files: nothing added to what all objects have, no name becomes a path',
  needs: [],
  limitMinutes: { short: 3, long: 3 },
  async run({ work }) {
    const folder = join(process.env['QUALITY_ROOT'] ?? '.', 'tests/fixtures/import');
    const sources = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
    const files = pollutedFiles(sources);
    const here = join(work, 'a/b/c');
    await mkdir(here, { recursive: true });
    process.chdir(here);
    const before = namesOfAll();
    const there = readdirSync(work, { recursive: true }).length;
    const wrong: string[] = [];
    let rows = 0;
    for (const { name, bytes } of files) {
      try {
        for (const finding of readImport([{ name, bytes }], importTools(NOW))) rows += finding.kind === 'row' ? 1 : 0;
      } catch (failure) {
        wrong.push(`${name} threw ${String(failure)}`);
      }
      if (namesOfAll() !== before) wrong.push(`${name} changed what all objects have`);
    }
    const isClean = namesOfAll() === before && Reflect.get({}, 'polluted') === undefined;
    const written = readdirSync(work, { recursive: true }).length - there;
    mergeCarelessly({}, JSON.parse('{"__proto__":{"polluted":true}}'));
    const hasFired = namesOfAll() !== before;
    Reflect.deleteProperty(Object.prototype, 'polluted');
    return {
      tried: `${files.length} files made of ${sources.size} exports of 20 programs, ${rows} rows read of them, in a folder that was looked at before and after`,
      ...joinParts([
        {
          measured: `${isClean ? 0 : 1} names added to what all objects have`,
          isHeld: isClean && files.length >= LEAST,
        },
        { measured: `${written} files written`, isHeld: written === 0 },
        {
          measured: `${wrong.length} files did harm ${wrong.slice(0, 2).join(' / ')}`.trim(),
          isHeld: wrong.length === 0,
        },
      ]),
      control: { tried: 'a reader that lays JSON over what is there: it did add a name', hasFired },
    };
  },
};

/** Of what objects, lists, texts, numbers and functions have in common. */
function namesOfAll(): string {
  return [Object, Array, String, Number, Function, Map]
    .map(({ prototype }) => Reflect.ownKeys(Object(prototype)).map(String).sort().join())
    .join('|');
}
