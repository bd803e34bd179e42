// The command line of `npm run quality` in, what to measure out. Throws a plain sentence on wrong use.
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { FACTS, type Fact } from './factMeasures.ts';
import { SYSTEM_NAMES, type SystemName } from './systems.ts';
import { SET_NAMES, type SetName } from './truth.ts';

/** What a run measures and how it tells it. */
export interface Options {
  /** Only text and facts: no speed, no folds, no report. */
  readonly isQuick: boolean;
  readonly isJson: boolean;
  readonly sets: readonly SetName[];
  /** Systems asked for by name; empty for all, of which a quick run takes only those whose answers are kept. */
  readonly systems: readonly SystemName[];
  /** Facts of which every page that is not right is listed. */
  readonly wrong: readonly Fact[];
  /** Also scores the labels that nothing is tuned on. */
  readonly isFinal: boolean;
  /** File of an earlier `--json` run; the pages that moved since are listed. */
  readonly against: string | undefined;
  /** Pages to extract one after another while memory is watched; 0 for none. */
  readonly soak: number;
}

/** How to use it. */
export const USAGE = `npm run quality -- [OPTION]…
  --quick         text and facts only: no speed, no folds, no report; peers only as far as an earlier run kept their answers
  --set NAME,…    ${SET_NAMES.join(', ')}
  --only NAME,…   ours, ${SYSTEM_NAMES.filter((name) => name !== 'layover').join(', ')}
  --wrong FACT,…  list every page where Layover's answer is not right: ${FACTS.join(', ')}
  --final         also score the related lists that nothing is tuned on
  --json          one JSON document instead of tables
  --against FILE  list the pages that moved since an earlier --json
  --soak N        extract N pages one after another and print the memory on the way`;

/** Reads the arguments after the program's name. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      final: { type: 'boolean', default: false },
      set: { type: 'string', multiple: true },
      only: { type: 'string', multiple: true },
      wrong: { type: 'string', multiple: true },
      against: { type: 'string' },
      soak: { type: 'string', default: '0' },
    },
  });
  const sets = namesIn(values.set).map((name) => v.parse(v.picklist(SET_NAMES), name));
  const systems = namesIn(values.only).map((name) =>
    v.parse(v.picklist(SYSTEM_NAMES), name === 'ours' ? 'layover' : name),
  );
  return {
    isQuick: values.quick,
    isJson: values.json,
    isFinal: values.final,
    sets: sets.length > 0 ? sets : SET_NAMES,
    systems,
    wrong: namesIn(values.wrong).map((name) => v.parse(v.picklist(FACTS), name)),
    against: values.against,
    soak: v.parse(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(0)), values.soak),
  };
}

function namesIn(list: readonly string[] | undefined): string[] {
  return (list ?? []).flatMap((names) => names.split(','));
}
