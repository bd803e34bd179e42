// An import in a process of its own that is killed again and again and begun again each time; what is there at the end out.
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkSource } from '#contract/save.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { seededRandom } from '../store/drafts.ts';

/** What is imported, and how often that is cut short. */
export interface KilledImport {
  readonly folder: string;
  /** The built command line. */
  readonly program: string;
  readonly rows: number;
  readonly kills: number;
  readonly seed: number;
}

/** What is there after the last, which was not killed. */
export interface ImportedRows {
  /** Kills that fell into work. */
  readonly killed: number;
  /** Different places at which they fell, in pieces of 200 rows. */
  readonly places: number;
  readonly rows: number;
  /** Rows that are there once. */
  readonly different: number;
  readonly withTags: number;
  /** Rows that kept when they were saved there. */
  readonly withDates: number;
  /** Pieces that are written down of all imports of the library. */
  readonly pieces: number;
  /** Exit code of the last, and what it complained of. */
  readonly code: number | null;
  readonly complaint: string;
  /** From the start of each of its processes to that one's end, together. */
  readonly seconds: number;
  /** Time of the processor that they took together; on a system that does not tell, the same as `seconds`. */
  readonly cpuSeconds: number;
  /** The most memory that one of them took; `null` where the system does not tell. */
  readonly peakMb: number | null;
}

const ROWS_PER_PIECE = 200;
const LOOK_MS = 5;
const FIRST_SAVED = 1_388_534_400;

/** How many pieces of imports are written down in a library. */
export async function piecesIn(library: string): Promise<number> {
  // Something may be renamed while it is looked at.
  const names = await readdir(join(library, 'imports'), { recursive: true }).catch(() => []);
  return names.filter((name) => /pieces.\d+\.json$/.test(name)).length;
}

/** A table of so many rows as another program writes it. */
export function rowsOf(rows: number): string {
  const row = (at: number): string =>
    `Title ${at},https://s${at % 400}.example/p/${at},${FIRST_SAVED + at},t${at % 50},unread`;
  return ['title,url,time_added,tags,status', ...Array.from({ length: rows }, (_, at) => row(at))].join('\n');
}

/** Writes one. */
export function writeRows(file: string, rows: number): Promise<void> {
  return writeFile(file, rowsOf(rows));
}

/** When a row of such a table was saved, by its address. */
function savedOf(source: WorkSource): string {
  const at = source.from === 'address' ? Number(source.address.slice(source.address.lastIndexOf('/') + 1)) : Number.NaN;
  return new Date((FIRST_SAVED + at) * 1_000).toISOString();
}

/** Starts the import and kills it as soon as so many of its pieces are written. */
export function killAt(command: readonly string[], library: string, pieces: number): Promise<Ended> {
  return run(command, async () => (await piecesIn(library)) >= pieces);
}

/** A process that was run to its end, its own or another. */
interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly complaint: string;
  readonly seconds: number;
  readonly peakMb: number | null;
}

/** Starts the import and kills it as soon as `isEnough` says so. */
async function run(command: readonly string[], isEnough: () => Promise<boolean>): Promise<Ended> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...command], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  let peakMb: number | null = null;
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const look = async (): Promise<void> => {
    peakMb = (await peakOf(child.pid)) ?? peakMb;
    if (await isEnough()) child.kill('SIGKILL');
  };
  const looks = setInterval(() => void look(), LOOK_MS);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done, fail) => {
    child.on('error', fail);
    child.on('close', (...ended) => done(ended));
  }).finally(() => clearInterval(looks));
  return { signal, code, complaint, seconds: (performance.now() - begun) / 1_000, peakMb };
}

/** Of all processes that this one started and that are over, in seconds, as Linux tells it. */
async function cpuOfEnded(): Promise<number | null> {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => null);
  if (stat === null) return null;
  // Behind the name, which may hold anything, from the third field on; hundredths of a second.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** What Linux tells of a process. */
async function peakOf(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}

/** Imports so many rows of another program's table, killed at moments spread over all of it, and at last to its end. */
export async function importKilled({ folder, program, rows, kills, seed }: KilledImport): Promise<ImportedRows> {
  const [library, file] = [join(folder, 'library'), join(folder, 'part_000000.csv')];
  await mkdir(library);
  await writeRows(file, rows);
  const command = [program, '--library', library, 'import', file];
  const random = seededRandom(seed);
  const places = new Set<number>();
  const runs: Ended[] = [];
  const cpuBefore = await cpuOfEnded();
  for (let kill = 1; kill <= kills; kill += 1) {
    // Spread over all its pieces but the last few.
    const pieces = Math.round((kill - random() * 0.5) * ((rows / ROWS_PER_PIECE - 4) / kills));
    runs.push(await killAt(command, library, pieces));
    places.add(await piecesIn(library));
  }
  const killed = runs.filter(({ signal }) => signal === 'SIGKILL').length;
  const last = await run(command, () => Promise.resolve(false));
  runs.push(last);
  const cpuAfter = await cpuOfEnded();
  const seconds = runs.reduce((sum, each) => sum + each.seconds, 0);
  const opened = await openLibrary(library, { now: () => new Date(), readOnly: true });
  const records = opened.saves.list();
  const asked = records.map(({ source }) => (source.from === 'address' ? source.address : ''));
  await opened.close();
  return {
    killed,
    places: places.size,
    pieces: await piecesIn(library),
    rows: asked.length,
    different: new Set(asked).size,
    withTags: records.filter(({ imported }) => imported?.tags.length === 1).length,
    withDates: records.filter(({ source, imported }) => imported?.saved === savedOf(source)).length,
    code: last.code,
    complaint: last.complaint,
    seconds,
    cpuSeconds: cpuBefore === null || cpuAfter === null ? seconds : cpuAfter - cpuBefore,
    peakMb: runs.reduce<number | null>(
      (most, { peakMb }) => (peakMb === null ? most : Math.max(most ?? 0, peakMb)),
      null,
    ),
  };
}
