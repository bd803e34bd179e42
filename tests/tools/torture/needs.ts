// A need in; whether this machine meets it out, with the reason in words when it does not. Each is tried once, not guessed.
import { spawnSync } from 'node:child_process';
import type { Need } from './goal.ts';
import { inOwnMounts } from './ownMounts.ts';

const IMAGE =
  'set -e; mount -t tmpfs none /mnt; truncate -s 8m /mnt/disk; mkfs.ext4 -q /mnt/disk; mkdir /mnt/on; mount -o loop /mnt/disk /mnt/on';

const LOOKS: Readonly<Record<Need, () => string | undefined>> = {
  strace: () => runs(['strace', '-qq', '-e', 'trace=none', 'true'], 'there is no strace that may trace'),
  faketime: () => runs(['faketime', '2040-01-01', 'true'], 'there is no faketime'),
  mounts: () => runs(inOwnMounts(['mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', '/mnt']), 'nothing may be mounted'),
  loop: () => runs(inOwnMounts(['sh', '-c', IMAGE]), 'no image of a disk may be mounted'),
  electron: () => fromEnvironment('LAYOVER_ELECTRON', 'there is no Electron with a display'),
  chromium: () => fromEnvironment('LAYOVER_CHROMIUM', 'there is no Chromium'),
  npm: () => runs(['npm', '--version'], 'there is no npm'),
};

const found = new Map<Need, string | undefined>();

/** Why a need cannot be met here; `undefined` when it can. */
export function lackOf(need: Need): Promise<string | undefined> {
  if (!found.has(need)) found.set(need, LOOKS[need]());
  return Promise.resolve(found.get(need));
}

/** The script that started the tool has looked for these. */
function fromEnvironment(name: string, lack: string): string | undefined {
  return process.env[name] === undefined ? lack : undefined;
}

function runs([program = '', ...args]: readonly string[], lack: string): string | undefined {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 60_000 });
  if (status === 0) return undefined;
  const words = (error?.message ?? stderr).trim().split('\n').at(-1) ?? '';
  return words === '' ? lack : `${lack} (${words})`;
}
