// What is known of the program, its library and its log in; one text for the clipboard out, in English, for whoever is asked for help. It names
// no folder, because folders have people's names, and no more of the log than its last lines.
import type { Health } from '#contract/health.ts';

/** What the program is and runs on. */
export interface ProgramFacts {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly system: string;
  readonly release: string;
  readonly arch: string;
}

const LAST_LINES = 60;

/** Writes it. */
export function diagnosticsText(
  { index, backup, verified, failures, log, ...facts }: ProgramFacts & Health,
  logText: string,
  now: Date,
): string {
  const lines = logText.trimEnd().split('\n').slice(-LAST_LINES);
  const counts =
    verified === null
      ? 'not since the start'
      : `${verified.done}, ${verified.damaged} damaged, ${verified.pictures} pictures lost, ${verified.unreadable} not readable, ${verified.mended} mended${verified.isStopped ? ', stopped before its end' : ''}`;
  return [
    `Layover ${facts.version}, ${now.toISOString()}`,
    `Electron ${facts.electron}, Chromium ${facts.chromium}, Node ${facts.node}`,
    `${facts.system} ${facts.release}, ${facts.arch}`,
    `Library: ${facts.articles} articles, ${facts.sizeBytes} bytes; free on its disk: ${facts.freeBytes ?? 'not known'}`,
    `Index: ${index.bytes} bytes, written ${index.written ?? 'never'}`,
    `Backups: ${backup.isOn ? `the last ${backup.last ?? 'none'}${backup.hasFailed ? ', the last attempt failed' : ''}` : 'off'}`,
    `Checked: ${counts}`,
    `Failures of the last seven days: ${failures.map(({ code, count }) => `${code} ${count}`).join(', ') || 'none'}`,
    `Log: ${log.bytes} bytes${log.isWritten ? '' : ', cannot be written'}; its last lines:`,
    ...lines,
    '',
  ].join('\n');
}
