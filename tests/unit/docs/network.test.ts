// No source of the program names a host that docs/network.md does not, and nothing in it is made for telling on people.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';

const SOURCES = spawnSync(
  'git',
  ['ls-files', 'electron', 'renderer', 'extension', 'resources', '*.yml', '*.config.ts'],
  {
    encoding: 'utf8',
  },
)
  .stdout.split('\n')
  .filter((file) => /\.(?:tsx?|m?js|css|html|json|svg|yml)$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Services and calls by which programs tell on the people who use them. */
const TELLING =
  /google-analytics|googletagmanager|gtag\(|\bsentry\b|segment\.(?:io|com)|mixpanel|amplitude\.com|posthog|bugsnag|datadog|\brollbar|newrelic|matomo|plausible\.io|appcenter|crashReporter|sendBeacon|applicationinsights/i;

test('every host in the source is one that the document names, and every one of these stands in the source', () => {
  expect(SOURCES.length).toBeGreaterThan(500);
  const documented = [...readFileSync('docs/network.md', 'utf8').matchAll(/^\| `([a-z0-9.-]+)` \|/gm)].map(
    ([, host = '']) => host,
  );
  const named = SOURCES.flatMap(({ text }) =>
    // The last part of a real host is letters, or it is a number of this computer.
    [...text.matchAll(/\b(?:https?|wss?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map(([, host = '']) =>
      host.toLowerCase(),
    ),
  );
  expect([...new Set(named)].toSorted()).toEqual(documented.toSorted());
});

test('no source and no package is made for telling on people', () => {
  // Two name such services to take them out of what is saved.
  const removers = ['electron/capture/address.ts', 'electron/extract/embeds.ts'];
  expect(SOURCES.filter(({ text }) => TELLING.test(text)).map(({ file }) => file)).toEqual(removers);
  const { packages }: { readonly packages: Readonly<Record<string, unknown>> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  expect(Object.keys(packages).filter((name) => TELLING.test(name))).toEqual([]);
});
