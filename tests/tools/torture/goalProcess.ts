// One goal's id, seed, length, folder and file in; the file with what came of it out. A process of its own, so that what a goal does to itself harms no other.
// Uses: goalProcess ID SEED short|long FOLDER FILE
import { writeFileSync } from 'node:fs';
import { GOALS } from './goals.ts';
import { lackOf } from './needs.ts';

const [id, seed, length, work = '', file = ''] = process.argv.slice(2);
const goal = GOALS.find((each) => each.id === id);
if (goal === undefined) throw new Error(`${id} is not known`);
const showing = await goal.run({ seed: Number(seed), isLong: length === 'long', share: 1, work, lackOf });
writeFileSync(file, JSON.stringify(showing));
// What a goal left open must not keep the others waiting.
process.exit(0);
