// What a library's health could be, made up for pictures.
import type { Health } from '#contract/health.ts';

/** All is well. */
export const HEALTH: Health = {
  articles: 1_204,
  sizeBytes: 2_310_000_000,
  freeBytes: 212_400_000_000,
  index: { bytes: 48_200_000, written: '2026-03-01T08:12:00.000Z' },
  backup: { isOn: true, last: '2026-02-28T21:00:00.000Z', hasFailed: false },
  verified: {
    done: '2026-03-01T08:30:00.000Z',
    articles: 1_204,
    versions: 36,
    trashed: 12,
    damaged: 0,
    pictures: 0,
    unreadable: 0,
    mended: 0,
    inVersions: 0,
    inTrash: 0,
    isStopped: false,
  },
  working: null,
  failures: [],
  log: { place: '/home/ada/.config/Layover/logs', bytes: 184_000, isWritten: true },
};

/** Much is not. */
export const HEALTH_TROUBLE: Health = {
  ...HEALTH,
  freeBytes: 31_000_000,
  backup: { isOn: true, last: '2026-02-12T21:00:00.000Z', hasFailed: true },
  verified: {
    done: '2026-03-01T08:30:00.000Z',
    articles: 1_203,
    versions: 36,
    trashed: 12,
    damaged: 1,
    pictures: 3,
    unreadable: 1,
    mended: 2,
    inVersions: 1,
    inTrash: 1,
    isStopped: true,
  },
  failures: [
    { code: 'network', count: 14, last: '2026-03-01T07:58:00.000Z' },
    { code: 'sign-in', count: 3, last: '2026-02-27T19:20:00.000Z' },
    { code: 'TypeError', count: 1, last: '2026-02-26T06:02:00.000Z' },
  ],
  log: { place: '/home/ada/.config/Layover/logs', bytes: 2_400_000, isWritten: false },
};

/** It is being looked through. */
export const HEALTH_CHECKING: Health = {
  ...HEALTH,
  verified: null,
  index: { bytes: 0, written: null },
  backup: { isOn: false, last: null, hasFailed: false },
  working: { work: 'repair', progress: { done: 312, total: 1_204 } },
};

/** As it is copied. */
export const DIAGNOSTICS = `Layover 0.1.0, 2026-03-01T08:31:00.000Z
Electron 45.4.1, Chromium 150.0.7800.12, Node 22.20.0
linux 6.8.0-52-generic, x64
Library: 1204 articles, 2310000000 bytes; free on its disk: 212400000000
Index: 48200000 bytes, written 2026-03-01T08:12:00.000Z
Backups: the last 2026-02-28T21:00:00.000Z
Checked: 2026-03-01T08:30:00.000Z, 0 damaged, 0 pictures lost, 0 not readable, 0 mended
Failures of the last seven days: network 2
Log: 184000 bytes; its last lines:
{"at":"2026-03-01T08:10:02.114Z","level":"info","event":"library","articles":1204,"sizeBytes":2310000000,"isReadOnly":false,"unreadable":0,"ms":611}
{"at":"2026-03-01T08:14:40.871Z","level":"warning","event":"save","outcome":"network","detail":"hostUnknown","ms":92}
`;
