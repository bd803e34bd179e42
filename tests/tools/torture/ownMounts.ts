// A command in; the command that runs it where what it mounts is seen by nobody else and is gone with the last of its processes. Pure.

/** Root needs only mounts of its own; anybody else becomes root in a namespace first, where the system allows it. */
export function inOwnMounts(command: readonly string[]): readonly string[] {
  return ['unshare', process.getuid?.() === 0 ? '-m' : '-Urm', ...command];
}
