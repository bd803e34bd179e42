// The process of a window in; whether the system itself holds it, out: what it may ask of the kernel, and what it sees of the machine. Root is refused a sandbox
// by Chromium, so there the app is started once more as a user who may do nothing.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright/test';
import { appArguments, electronPath } from '../../../helpers/electronApp.ts';

const NOBODY = 65_534;

/** What the system says of a window's process. */
export interface Held {
  /** May only make those calls of the kernel that Chromium lets through. */
  readonly isFiltered: boolean;
  /** Which of users, processes and network it has of its own, apart from those of the app. */
  readonly own: readonly string[];
}

/** Of the first window of a running app; on Linux only. */
export async function heldBySystem(electron: ElectronApplication): Promise<Held> {
  const { main, window } = await electron.evaluate(({ BrowserWindow }) => ({
    main: process.pid,
    window: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  }));
  const status = readFileSync(`/proc/${window}/status`, 'utf8');
  const spaces = { user: 'users', pid: 'processes', net: 'network' };
  return {
    isFiltered: /^Seccomp:\s+2$/m.test(status),
    own: Object.entries(spaces).flatMap(([space, name]) =>
      readlinkSync(`/proc/${window}/ns/${space}`) === readlinkSync(`/proc/${main}/ns/${space}`) ? [] : [name],
    ),
  };
}

/** Starts the app as nobody, with its sandbox, and answers what its window is held by; what the system answered when it cannot be. */
export async function heldAsNobody(): Promise<Held | string> {
  const may = spawnSync('setpriv', [...asNobody(), 'unshare', '-Ur', 'true'], { encoding: 'utf8' });
  if (may.status !== 0) return (may.error?.message ?? may.stderr).trim();
  const folder = mkdtempSync(join(tmpdir(), 'layover-nobody-'));
  try {
    chmodSync(folder, 0o755);
    const home = join(folder, 'home');
    mkdirSync(home);
    const authority = join(home, 'display');
    const known = process.env['XAUTHORITY'];
    if (known === undefined) writeFileSync(authority, '');
    else copyFileSync(known, authority);
    for (const path of [home, authority]) chownSync(path, NOBODY, NOBODY);
    // Playwright tells every Electron of root to do without a sandbox.
    const start = join(folder, 'start');
    const words = ['setpriv', ...asNobody(), `'${electronPath()}'`].join(' ');
    writeFileSync(start, `#!/bin/sh\n[ "$1" = --no-sandbox ] && shift\nexec ${words} "$@"\n`, { mode: 0o755 });
    const folders = { library: join(home, 'library'), profile: join(home, 'profile'), remove: () => undefined };
    const electron = await _electron.launch({
      executablePath: start,
      args: appArguments(folders).filter((word) => word !== '--no-sandbox'),
      env: {
        PATH: process.env['PATH'] ?? '',
        DISPLAY: process.env['DISPLAY'] ?? '',
        HOME: home,
        XAUTHORITY: authority,
      },
      cwd: home,
    });
    const ended = electron.waitForEvent('close');
    await (await electron.firstWindow()).waitForLoadState();
    const held = await heldBySystem(electron);
    await electron.evaluate(({ app }) => app.quit());
    await ended;
    return held;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function asNobody(): string[] {
  return [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
}
