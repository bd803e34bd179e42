// An import in a process of its own that is killed again and again and begun again each time; what is there at the end out.
import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  /** Exit code of the last, and what it complained of. */
  readonly code: number | null;
  readonly complaint: string;
}

const ROWS_PER_PIECE = 200;

async function piecesIn(library: string): Promise<number> {
  const names = await readdir(library, { recursive: true });
  return names.filter((name) => /pieces.\d+\.json$/.test(name)).length;
}

/** Starts the import and kills it as soon as so many of its pieces are written; tells whether it came to that. */
async function killAt(command: readonly string[], library: string, pieces: number): Promise<boolean> {
  const child = spawn(process.execPath, [...command], { stdio: 'ignore' });
  const looks = setInterval(() => {
    piecesIn(library).then(
      (found) => found >= pieces && child.kill('SIGKILL'),
      // Something is being renamed just now.
      () => undefined,
    );
  }, 5);
  const signal = await new Promise<NodeJS.Signals | null>((done) => child.on('close', (_code, ended) => done(ended)));
  clearInterval(looks);
  return signal === 'SIGKILL';
}

function runToEnd(command: readonly string[]): Promise<{ readonly code: number | null; readonly complaint: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...command], { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => done({ code, complaint }));
  });
}

/** Imports so many rows of another program's table, killed at moments spread over all of it, and at last to its end. */
export async function importKilled({ folder, program, rows, kills, seed }: KilledImport): Promise<ImportedRows> {
  const [library, file] = [join(folder, 'library'), join(folder, 'part_000000.csv')];
  await mkdir(library);
  const row = (at: number): string =>
    `Title ${at},https://s${at % 400}.example/p/${at},${1388534400 + at},t${at % 50},unread`;
  await writeFile(
    file,
    ['title,url,time_added,tags,status', ...Array.from({ length: rows }, (_, at) => row(at))].join('\n'),
  );
  const command = [program, '--library', library, 'import', file];
  const random = seededRandom(seed);
  const places = new Set<number>();
  let killed = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    // Spread over all its pieces but the last few.
    const pieces = Math.round((kill - random() * 0.5) * ((rows / ROWS_PER_PIECE - 4) / kills));
    if (await killAt(command, library, pieces)) killed += 1;
    places.add(await piecesIn(library));
  }
  const { code, complaint } = await runToEnd(command);
  const opened = await openLibrary(library, { now: () => new Date(), readOnly: true });
  const records = opened.saves.list();
  const asked = records.map(({ source }) => (source.from === 'address' ? source.address : ''));
  await opened.close();
  return {
    killed,
    places: places.size,
    rows: asked.length,
    different: new Set(asked).size,
    withTags: records.filter(({ imported }) => imported?.tags.length === 1).length,
    code,
    complaint,
  };
}
