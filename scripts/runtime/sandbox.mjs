// In: the runtime and the system. Out: the flags Electron needs to start there. Leaves Chromium's sandbox on wherever it can
// work; refuses to switch it off on a person's own account with the real Electron.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say, SetupError } from '../setup/report.mjs';

/** Whether this process is the superuser of a POSIX system. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * What to do about the sandbox on Linux. Chromium refuses to run it as root; otherwise it needs a set-uid helper or user
 * namespaces, which some distributions keep from unpacked programs.
 * @param {{ isRoot: boolean, hasSetuidHelper: boolean, canUseNamespaces: boolean, isFallback: boolean }} system
 * @returns {'keep' | 'switch-off' | 'ask'} `ask`: a person has to allow it first
 */
export function sandboxPlan({ isRoot: root, hasSetuidHelper, canUseNamespaces, isFallback }) {
  if (root) return 'switch-off';
  if (hasSetuidHelper || canUseNamespaces) return 'keep';
  return isFallback ? 'switch-off' : 'ask';
}

/** @param {string} helper */
function isSetuidRoot(helper) {
  const stat = statSync(helper, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
}

/** Tried rather than read from /proc: AppArmor, seccomp and sysctls each can forbid it. Without `unshare`, hope. */
function canUseNamespaces() {
  const { status, error } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  return error !== undefined || status === 0;
}

/**
 * The flags that go before the app folder; says so when the sandbox is off on an ordinary account.
 * @param {import('./electronRuntime.mjs').ElectronRuntime} runtime
 * @returns {string[]}
 * @throws {SetupError} with the command that makes the sandbox work
 */
export function electronFlags({ executable, isFallback }) {
  if (process.platform !== 'linux') return [];
  const helper = join(dirname(executable), 'chrome-sandbox');
  const plan = sandboxPlan({
    isRoot: isRoot(),
    hasSetuidHelper: isSetuidRoot(helper),
    canUseNamespaces: canUseNamespaces(),
    isFallback,
  });
  if (plan === 'ask') {
    throw new SetupError(
      'This system does not let unpacked programs use user namespaces, which Chromium needs for its sandbox.\n' +
        `Allow it once, then run the same command again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    );
  }
  const flags = plan === 'switch-off' ? ['--no-sandbox'] : [];
  if (flags.length > 0 && !isRoot()) say('The sandbox is off: this system does not allow it for unpacked programs.');
  // Electron finds a Wayland session by itself since 38.
  if (isFallback && !process.env['DISPLAY'] && process.env['WAYLAND_DISPLAY']) flags.push('--ozone-platform=wayland');
  return flags;
}
