// S7: no input of a call makes the main process fail, and no sender but the own top frame is answered.
import * as fc from 'fast-check';
import { join } from 'node:path';
import { inputs } from '../../../../electron/serve/input.ts';
import { dispatch, type Routes } from '../../../../electron/serve/router.ts';
import { callAsOthers } from '../foreignSenders.ts';
import { inputsFor } from '../generated.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';
import { openRoutes } from '../quietHost.ts';
import { foldersIn, withApp } from '../realApp.ts';

const INPUTS = { short: 40, long: 1_000 };
/** One call may take so long before it counts as never answered. */
const CALL_MS = 30_000;
/** So many inputs of a shape tell whether a route takes it. */
const PROBES = 6;
/** Codes of failures that are said in words. */
const BUG = 'internal';
/** These wait for what a person does, or for a network that is not there. */
const WAITING: ReadonlySet<string> = new Set(['page.open']);

/** See `docs/promises.md`. */
export const s7: Goal = {
  id: 'S7',
  goal: 'calls',
  figure:
    'each route × 1,000 generated inputs: answered or refused, 0 internal; senders that are not our top frame: refused',
  needs: [],
  limitMinutes: { short: 5, long: 40 },
  async run({ seed, isLong, work, lackOf }) {
    const count = isLong ? INPUTS.long : INPUTS.short;
    const bugs: string[] = [];
    const open = await openRoutes(join(work, 'library'), (bug) => void bugs.push(`reported ${String(bug)}`));
    const { routes } = open;
    const names = Object.keys(routes)
      .filter((name) => !WAITING.has(name))
      .sort();
    const ends = new Map<string, number>();
    const shapes = shapesOf(seed);
    for (const [index, name] of names.entries()) {
      await callMany(name, { routes, shapes, count, seed: seed + index, ends, bugs });
    }
    await open.close();
    const calls = [...ends.values()].reduce((sum, each) => sum + each, 0);
    const said = [...ends].map(([end, times]) => `${times} ${end}`).join(', ');
    const parts: Part[] = [
      { measured: `${calls} calls of ${names.length} routes: ${said}`, isHeld: calls >= names.length * count },
      {
        measured: `${bugs.length} bugs ${[...new Set(bugs)].slice(0, 4).join(' / ')}`.trim(),
        isHeld: bugs.length === 0,
      },
    ];
    const lack = await lackOf('electron');
    let isOwnAnswered = true;
    if (lack === undefined) {
      const senders = await withApp(await foldersIn(join(work, 'app')), ({ electron }) => callAsOthers(electron));
      isOwnAnswered = senders.isOwnAnswered;
      parts.push({
        measured:
          `${senders.answered.length} of ${senders.tried.length} kinds of other senders answered ${senders.answered.join(', ')}`.trim(),
        isHeld: senders.answered.length === 0,
      });
    }
    const broken: string[] = [];
    const dead: Routes = { ...routes, 'settings.get': () => Promise.reject(new TypeError('broken')) };
    await callMany('settings.get', { routes: dead, shapes, count: 1, seed, ends: new Map(), bugs: broken });
    return {
      tried: `${count} inputs a route on a real library: half of them of the shape of some call, most often its own, others with something wrong in them, others anything at all; calls by ${lack === undefined ? 'nine' : 'no'} kinds of senders in the real app`,
      ...joinParts(parts),
      control: {
        tried: 'a route that breaks: it was seen; our own top frame: it was answered',
        hasFired: broken.length > 0 && isOwnAnswered,
      },
      ...(lack === undefined ? {} : { leftOut: [`the senders: ${lack}`] }),
    };
  },
};

/** A shape, what is made of it by chance, and a few of that. */
interface Shape {
  readonly make: fc.Arbitrary<unknown>;
  readonly some: readonly unknown[];
}

function shapesOf(seed: number): readonly Shape[] {
  return Object.values(inputs).map((schema) => {
    const make = inputsFor(schema);
    return { make, some: fc.sample(make, { numRuns: PROBES, seed }) };
  });
}

interface Many {
  readonly routes: Routes;
  readonly shapes: readonly Shape[];
  readonly count: number;
  readonly seed: number;
  /** How calls ended, with how often. */
  readonly ends: Map<string, number>;
  readonly bugs: string[];
}

async function callMany(name: string, { routes, shapes, count, seed, ends, bugs }: Many): Promise<void> {
  const own = await ownShapes(routes, name, shapes);
  const mixed = fc.oneof(
    { weight: 3, arbitrary: fc.oneof(...(own.length === 0 ? shapes : own).map(({ make }) => make)) },
    { weight: 1, arbitrary: fc.oneof(...shapes.map(({ make }) => make)) },
  );
  for (const input of fc.sample(mixed, { numRuns: count, seed })) {
    const reply = await callOnce(routes, name, input);
    const end = reply === undefined ? 'never answered' : reply.ok ? 'answered' : reply.error.code;
    ends.set(end, (ends.get(end) ?? 0) + 1);
    if (end === BUG || end === 'never answered')
      bugs.push(`${name} ${end} for ${fc.stringify(input).slice(0, 160)} ${reply === undefined ? '' : reply.bug}`);
  }
}

/** The shapes that a route does not refuse as such. */
async function ownShapes(routes: Routes, name: string, shapes: readonly Shape[]): Promise<readonly Shape[]> {
  const own: Shape[] = [];
  for (const shape of shapes) {
    for (const input of shape.some) {
      const reply = await callOnce(routes, name, input);
      if (reply !== undefined && !reply.ok && reply.error.message.startsWith('Layover could not use that')) continue;
      own.push(shape);
      break;
    }
  }
  return own;
}

async function callOnce(routes: Routes, name: string, input: unknown) {
  let bug = '';
  const reply = await Promise.race([
    dispatch(
      routes,
      name,
      input,
      (thrown) => (bug = thrown instanceof Error ? (thrown.stack ?? String(thrown)).slice(0, 300) : String(thrown)),
    ),
    new Promise<undefined>((done) => setTimeout(() => done(undefined), CALL_MS).unref()),
  ]);
  return reply === undefined ? undefined : { ...reply, bug };
}
