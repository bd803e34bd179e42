// Which machine this is: the same answer every time on one, and another one on each other. Nothing of it can be read back into what it was made of.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir, hostname, platform } from 'node:os';
import { errorNameOf } from './disk.ts';

/** A machine. */
export interface Machine {
  /** 16 hex digits. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
}

let known: Machine | undefined;

/** The machine that this runs on. */
export function thisMachine(): Machine {
  known ??= readMachine();
  return known;
}

/** By the number that Linux gives itself; elsewhere by its name, since what else it has (network cards) comes and goes. */
function readMachine(): Machine {
  const name = hostname();
  const text = readNumber() ?? `${platform()} ${name} ${homedir()}`;
  return { id: createHash('sha256').update(`layover ${text}`).digest('hex').slice(0, 16), name };
}

function readNumber(): string | undefined {
  try {
    const number = readFileSync('/etc/machine-id', 'utf8').trim();
    // A system image that was never started has none, and copies of it must not be one machine.
    return /^[0-9a-f]{32}$/.test(number) ? `${number} ${hostname()}` : undefined;
  } catch (failure) {
    if (errorNameOf(failure) === undefined) throw failure;
    return undefined;
  }
}
