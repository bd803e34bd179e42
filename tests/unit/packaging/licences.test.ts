// Which package a module of a build belongs to, and the text that hands its licence on.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { licencesText, packageFolder, partsOf } from '../../../scripts/packaging/licences.mjs';

const folderOf = (id: string): string | undefined => packageFolder(id)?.replaceAll('\\', '/');

test('a module belongs to the innermost package around it', () => {
  expect(folderOf('/l/node_modules/react/index.js')).toBe('/l/node_modules/react');
  expect(folderOf('/l/node_modules/@formatjs/memo/lib/a.js?commonjs')).toBe('/l/node_modules/@formatjs/memo');
  expect(folderOf('/l/node_modules/a/node_modules/b/c.js')).toBe('/l/node_modules/a/node_modules/b');
  expect(folderOf('C:\\l\\node_modules\\react\\index.js')).toBe('C:/l/node_modules/react');
});

test('our own modules, and those that a bundler makes up, belong to none', () => {
  expect(folderOf('/l/renderer/app/main.tsx')).toBeUndefined();
  expect(folderOf('\0/l/node_modules/react/index.js?commonjs-proxy')).toBeUndefined();
});

test('each part is named once with its licence; one without any is refused', () => {
  const root = mkdtempSync(join(tmpdir(), 'layover-licences-'));
  try {
    const add = (name: string, facts: object): void => {
      const folder = join(root, 'node_modules', name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...facts }));
      writeFileSync(join(folder, 'LICENSE.md'), `Copyright of ${name}`);
      writeFileSync(join(folder, 'license.js'), 'no licence');
    };
    add('lamp', { license: 'MIT' });
    add('quay', { license: 'ISC' });
    add('bare', {});
    const module = (name: string): string => join(root, 'node_modules', name, 'a.js');
    const parts = partsOf([module('quay'), module('quay'), join(root, 'own.ts')], [join(root, 'node_modules', 'lamp')]);
    const text = licencesText(parts, { own: 'Ours', notices: 'Told beside.' });
    expect(text.startsWith('Ours')).toBe(true);
    expect(text).toContain('  lamp 1.0.0: MIT\n  quay 1.0.0: ISC\n');
    expect(text.match(/Copyright of \w+/g)).toEqual(['Copyright of lamp', 'Copyright of quay']);
    expect(text).toContain('Told beside.');
    expect(text).not.toContain('no licence');
    expect(() => partsOf([module('bare')], [])).toThrow('bare 1.0.0 states no licence');
  } finally {
    rmSync(root, { recursive: true });
  }
});
