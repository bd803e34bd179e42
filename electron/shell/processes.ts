// What the program runs on; and the ends of its processes that nobody wished for, written into the log.
import { arch, release } from 'node:os';
import { app } from 'electron';
import type { ProgramFacts } from '../diagnostics/diagnosticsText.ts';
import type { Log } from '../diagnostics/log.ts';

/** What the program and the system call themselves. */
export function programFacts(): ProgramFacts {
  const { electron, chrome, node } = process.versions;
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    system: process.platform,
    release: release(),
    arch: arch(),
  };
}

/** Notes from now on what breaks. The program breaks as it would without. */
export function noteProcesses(log: Log, report: (bug: unknown) => void): void {
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') log.note({ event: 'process', what: 'renderer', reason, exitCode });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.note({ event: 'process', what: type, reason, exitCode });
  });
  process.on('unhandledRejection', report);
  process.on('uncaughtExceptionMonitor', (failure) => log.lastFailure(failure));
}
