// A program of ours and a fault in; the same program under strace out, which is killed at, refused or cheated in its Nth system call of a kind. All of its
// work with files is done by one thread, so that calls come in the same order in every run.
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';

/** Calls that change what is on a disk. An open that makes a file is followed by a write or a sync, which show what it left. */
export const WRITE_CALLS = [
  'write',
  'pwrite64',
  'fsync',
  'fdatasync',
  'ftruncate',
  'rename',
  'link',
  'unlink',
  'mkdir',
  'rmdir',
] as const;

/** A call of the system. */
export type Call = (typeof WRITE_CALLS)[number] | 'read' | 'pread64' | 'openat';

/** A place at which something can be done to a program. */
export interface CallSite {
  readonly call: Call;
  /** Counted from 1, of the thread that works with files. */
  readonly nth: number;
}

/** How a traced program ended. */
export interface TracedEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Lines it said. */
  readonly said: readonly string[];
  readonly complaint: string;
  /** Calls that the fault struck, as strace writes them. */
  readonly struck: readonly string[];
}

/** A program to trace. */
export interface Traced {
  /** A file that plain Node runs. */
  readonly program: string;
  readonly words: readonly string[];
  /** Where strace may write its notes. */
  readonly log: string;
}

/** What is done at a call, as strace spells it. */
export type Fault = 'signal=SIGKILL' | 'error=ENOSPC' | 'error=EIO' | 'error=EBUSY' | 'error=EPERM' | 'retval=3';

const MOST_MS = 120_000;

/** Runs the program once and answers every call that touched something whose path has `within` in it. */
export async function callSites(traced: Traced, calls: readonly Call[], within: string): Promise<readonly CallSite[]> {
  const end = await trace(traced, ['-y', '-e', `trace=${calls.join(',')}`]);
  if (end.code !== 0) throw new Error(`the program to trace ended with ${end.signal ?? end.code}: ${end.complaint}`);
  const counts = new Map<string, number>();
  const sites = new Map<string, CallSite & { readonly thread: string }>();
  for (const line of (await readFile(traced.log, 'utf8')).split('\n')) {
    const [, thread = '', name = ''] = /^(\d+)\s+(\w+)\(/.exec(line) ?? [];
    const call = calls.find((each) => each === name);
    if (call === undefined) continue;
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, nth);
    if (line.includes(within)) sites.set(`${call} ${nth}`, { call, nth, thread });
  }
  await rm(traced.log);
  return [...sites.values()].map(({ call, nth }) => ({ call, nth }));
}

/** Runs the program with a fault at a site; a lasting one strikes at every later call of that kind as well. */
export async function withFault(
  traced: Traced,
  { call, nth }: CallSite,
  fault: Fault,
  isLasting = false,
): Promise<TracedEnd> {
  const when = `when=${nth}${isLasting ? '+' : ''}`;
  const end = await trace(traced, ['-y', '-e', `trace=${call}`, '-e', `inject=${call}:${fault}:${when}`]);
  const lines = (await readFile(traced.log, 'utf8')).split('\n');
  await rm(traced.log);
  const killed = lines.findIndex((line) => line.includes('+++ killed by SIGKILL'));
  const struck = fault.startsWith('signal')
    ? lines.slice(Math.max(0, killed - 1), Math.max(0, killed))
    : lines.filter((line) => line.includes('(INJECTED)'));
  return { ...end, struck };
}

function trace({ program, words, log }: Traced, options: readonly string[]): Promise<Omit<TracedEnd, 'struck'>> {
  return new Promise((done, fail) => {
    const child = spawn('strace', ['-f', '-qq', '-o', log, ...options, process.execPath, program, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' },
      timeout: MOST_MS,
      killSignal: 'SIGKILL',
    });
    let [said, complaint] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code, signal) =>
      done({ code, signal, said: said.split('\n').filter((line) => line !== ''), complaint: complaint.slice(-2_000) }),
    );
  });
}

/** So many of the sites, spread over all of them and others for another seed; all of them when there are no more. */
export function someSites(sites: readonly CallSite[], count: number, seed: number): readonly CallSite[] {
  if (sites.length <= count) return sites;
  const step = sites.length / count;
  return Array.from({ length: count }, (_, at) => sites[Math.floor(at * step + ((seed * 7) % step))]).filter(
    (site): site is CallSite => site !== undefined,
  );
}
