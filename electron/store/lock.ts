// One writer for a library: `lock.json` names the process that has it open. A lock whose process is gone is taken over by itself.
// Refuses a second opener with `locked`. Judges by process, boot and start time, never by the clock.
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { errorNameOf, isAbsent, type Disk } from './disk.ts';
import { removeQuietly, tempName, writeNewFile } from './durableFile.ts';
import { thisMachine } from './machine.ts';

/** The process a lock belongs to. `bootId` and `startTime` are `null` where the system does not tell. */
export interface LockOwner {
  readonly pid: number;
  readonly bootId: string | null;
  readonly startTime: string | null;
  /** What the machine is known by, and what people call it; `null` where an earlier Layover wrote the lock. */
  readonly machine?: string | null;
  readonly machineName?: string | null;
}

/** How to know oneself and others; tests bring their own. */
export interface Processes {
  self(): LockOwner;
  isAlive(owner: LockOwner): boolean;
}

/** A lock that is held. `release` may be called once; it leaves a lock that is no longer ours alone. */
export interface Lock {
  release(): Promise<void>;
}

const PAUSE_MS = 25;
const MAX_TRIES = 200;
// A lock is published whole where the disk knows hard links; elsewhere its text may be on its way for a moment.
const TRIES_FOR_TEXT = 20;
const TRIES_WHILE_ALIVE = 12;

/** How a lock of another machine is met, which nobody here can know to be dead. */
export interface LockWish {
  /** Takes it over: the person has said that the library is not open there. */
  readonly takesOver?: boolean;
}

/**
 * Takes the lock, or throws `AppError('locked')` when a living process holds it for a third of a second more. The lock of a dead process, or of an earlier boot,
 * is removed on the way; two openers that find the same dead lock never both get it. One of another machine, come by a network or a program that keeps
 * folders the same, is neither dead nor alive: it is `locked` with the detail `otherMachine`, at once, until somebody takes it over. Throws the system's
 * error when the folder cannot be written.
 */
export async function takeLock(
  file: string,
  disk: Disk,
  processes: Processes,
  { takesOver = false }: LockWish = {},
): Promise<Lock> {
  const owner = processes.self();
  const text = `${JSON.stringify({ format: 1, ...owner, token: randomUUID() })}\n`;
  let unparsed = 0;
  let living = 0;
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    if (await publish(file, text, disk)) return { release: () => release(file, text, disk) };
    const found = await readText(file, disk);
    if (found === undefined) continue;
    const holder = parseOwner(found);
    if (holder === undefined) {
      unparsed += 1;
      if (unparsed < TRIES_FOR_TEXT) {
        await disk.wait(PAUSE_MS);
        continue;
      }
    } else if (isElsewhere(holder, owner)) {
      if (!takesOver) throw lockedElsewhere(holder.machineName ?? '');
    } else if (processes.isAlive(holder)) {
      // It may be ending just now: one that was killed lives on for some milliseconds, and one that quits writes what is left.
      living += 1;
      if (living > TRIES_WHILE_ALIVE) throw lockedError();
      await disk.wait(PAUSE_MS);
      continue;
    }
    await removeDead(file, found, disk, processes);
  }
  throw lockedError();
}

/**
 * Removes a dead lock. Only who holds the guard named after the dead text may do it, and only while that text still stands there:
 * otherwise a slow opener would remove the new lock of a fast one. A guard is a lock itself, so a dead guard goes the same way.
 */
async function removeDead(file: string, deadText: string, disk: Disk, processes: Processes): Promise<void> {
  // By its own name as well: after a power cut both a lock and its guard may be empty, and a guard must never be its own.
  const name = createHash('sha256').update(`${basename(file)}\n${deadText}`).digest('hex').slice(0, 16);
  let guard: Lock;
  try {
    guard = await takeLock(join(dirname(file), `${guardPrefix(file)}${name}`), disk, processes);
  } catch (failure) {
    if (!(failure instanceof AppError && failure.code === 'locked')) throw failure;
    await disk.wait(PAUSE_MS);
    return;
  }
  try {
    if ((await readText(file, disk)) === deadText) await disk.remove(file);
  } finally {
    await guard.release();
  }
}

/** How names of guards begin; what is left of them may be cleared away by whoever holds the lock. */
export function guardPrefix(file: string): string {
  return `${basename(file).slice(0, 'lock.json'.length)}.dead-`;
}

async function publish(file: string, text: string, disk: Disk): Promise<boolean> {
  const temp = join(dirname(file), tempName(basename(file)));
  try {
    // No process of before a power cut is alive after it.
    await writeNewFile(disk, temp, text, true);
    await disk.link(temp, file);
    return true;
  } catch (failure) {
    const name = errorNameOf(failure);
    // ENOENT: whoever got the lock a moment ago cleared our temporary file away.
    if (name === 'EEXIST' || name === 'ENOENT') return false;
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR'].includes(name ?? '')) {
      return await publishInPlace(file, text, disk);
    }
    throw failure;
  } finally {
    await removeQuietly(disk, temp);
  }
}

async function publishInPlace(file: string, text: string, disk: Disk): Promise<boolean> {
  try {
    await writeNewFile(disk, file, text, true);
    return true;
  } catch (failure) {
    if (errorNameOf(failure) === 'EEXIST') return false;
    throw failure;
  }
}

async function release(file: string, text: string, disk: Disk): Promise<void> {
  try {
    if ((await readText(file, disk)) === text) await disk.remove(file);
  } catch (failure) {
    // What is left is a dead lock as soon as this process is gone; everything else was written before.
    if (errorNameOf(failure) === undefined) throw failure;
  }
}

async function readText(file: string, disk: Disk): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await disk.read(file));
  } catch (failure) {
    if (isAbsent(failure)) return undefined;
    throw failure;
  }
}

const ownerSchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  bootId: v.nullable(v.string()),
  startTime: v.nullable(v.string()),
  machine: v.optional(v.nullable(v.string()), null),
  machineName: v.optional(v.nullable(v.string()), null),
});

/** The same boot is the same machine, whatever it is called now. */
function isElsewhere(holder: LockOwner, here: LockOwner): boolean {
  if (holder.bootId !== null && holder.bootId === here.bootId) return false;
  const [there, machine] = [holder.machine ?? null, here.machine ?? null];
  return there !== null && machine !== null && there !== machine;
}

/** The name of the machine that a lock belongs to, empty when it has none; `null` when it is this one or there is no lock. Throws the system's error. */
export async function machineOf(file: string, disk: Disk, processes: Processes): Promise<string | null> {
  const text = await readText(file, disk);
  const holder = text === undefined ? undefined : parseOwner(text);
  if (holder === undefined || !isElsewhere(holder, processes.self())) return null;
  return holder.machineName ?? '';
}

function lockedElsewhere(name: string): AppError {
  const where = name === '' ? 'another computer' : `the computer “${name}”`;
  return new AppError(
    'locked',
    `This library was last opened on ${where} and not closed there, as far as can be seen here. Nothing was changed. Close it there and wait until your folder is in step, or use it here all the same.`,
    { detail: detail('otherMachine', name) },
  );
}

function parseOwner(text: string): LockOwner | undefined {
  try {
    return v.parse(ownerSchema, JSON.parse(text));
  } catch (failure) {
    if (failure instanceof SyntaxError || v.isValiError(failure)) return undefined;
    throw failure;
  }
}

function lockedError(): AppError {
  return new AppError(
    'locked',
    'This library is already open in another Layover. Nothing was changed. Use that one, or close it and try again.',
  );
}

/** The processes of this machine: exact on Linux through /proc; elsewhere a process counts as alive when its number is in use. */
export const systemProcesses: Processes = {
  self() {
    const { id, name } = thisMachine();
    return {
      pid: process.pid,
      bootId: bootId(),
      startTime: startTimeOf(process.pid),
      machine: id,
      machineName: name,
    };
  },
  isAlive(owner) {
    const boot = bootId();
    if (owner.bootId !== null && boot !== null && owner.bootId !== boot) return false;
    if (owner.startTime !== null && boot !== null) return startTimeOf(owner.pid) === owner.startTime;
    try {
      process.kill(owner.pid, 0);
      return true;
    } catch (failure) {
      // EPERM: there is such a process, and it is someone else's.
      return errorNameOf(failure) === 'EPERM';
    }
  },
};

function bootId(): string | null {
  return readProc('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

/** Clock ticks from boot to the start of the process: field 22 of proc_pid_stat(5); `null` when there is no such process, or only what its parent has not taken note of. */
function startTimeOf(pid: number): string | null {
  const stat = readProc(`/proc/${pid}/stat`);
  // The name in field 2 may hold spaces and brackets, so counting starts after the last bracket.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return ['Z', 'X'].includes(fields[0] ?? '') ? null : (fields[19] ?? null);
}

/** At once: the system has it in memory, and a turn of the event loop takes longer in the first second. */
function readProc(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (failure) {
    if (['ENOENT', 'ENOTDIR', 'ESRCH', 'EACCES', 'EPERM'].includes(errorNameOf(failure) ?? '')) return undefined;
    throw failure;
  }
}
