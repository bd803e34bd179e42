// Fuses in bytes laid out as Electron lays them: read, set, and refused where nobody has decided.
import { expect, test } from 'playwright/test';
import { FUSES, readFuses, setFuse, setFuses } from '../../../scripts/packaging/fuses.mjs';

const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A program with a wire between other bytes; each letter a fuse as Electron writes it: 0, 1, r. */
function program(...wires: readonly string[]): Buffer {
  const parts = wires.map((wire) =>
    Buffer.from(`code ${MARK}\x01${String.fromCharCode(wire.length)}${wire} more code`),
  );
  return Buffer.concat(parts);
}

const states = (bytes: Buffer): string => [...readFuses(bytes).values()].join(' ');

test('all nine are set, and nothing else is touched', () => {
  const bytes = program('101100011');
  const length = bytes.length;
  expect(setFuses(bytes)).toEqual([]);
  expect(Object.fromEntries(readFuses(bytes))).toEqual({
    runAsNode: 'off',
    enableCookieEncryption: 'on',
    enableNodeOptionsEnvironmentVariable: 'off',
    enableNodeCliInspectArguments: 'off',
    enableEmbeddedAsarIntegrityValidation: 'on',
    onlyLoadAppFromAsar: 'on',
    loadBrowserProcessSpecificV8Snapshot: 'off',
    grantFileProtocolExtraPrivileges: 'off',
    wasmTrapHandlers: 'on',
  });
  expect(bytes).toHaveLength(length);
  expect(bytes.toString('latin1').replace(/[01]{9}/, '101100011')).toBe(program('101100011').toString('latin1'));
});

test('an older Electron has fewer: those it has are set, the others are named', () => {
  const bytes = program('1011000');
  expect(setFuses(bytes)).toEqual(['grantFileProtocolExtraPrivileges', 'wasmTrapHandlers']);
  expect(states(bytes)).toBe('off on off off on on off');
});

test('both halves of a universal program are set; halves that differ are told', () => {
  const bytes = program('101100011', '101100011');
  setFuses(bytes);
  expect(states(bytes)).not.toContain('mixed');
  expect(states(program('100000000', '000000000'))).toMatch(/^mixed off/);
});

test('a fuse that this Electron no longer heeds stays as it is', () => {
  const bytes = program('r01100011');
  setFuses(bytes);
  expect(readFuses(bytes).get('runAsNode')).toBe('removed');
});

test('a fuse that nobody has decided about, another wire, and no Electron at all are refused', () => {
  expect(() => setFuses(program('1'.repeat(FUSES.length + 1)))).toThrow(/10 fuses/);
  expect(() => readFuses(Buffer.from(`${MARK}\x02\x011`))).toThrow(/version 2/);
  expect(() => readFuses(Buffer.from('a program'))).toThrow(/no Electron/);
  expect(() => readFuses(program('1x'))).toThrow(/means nothing/);
  expect(() => setFuse(program('1'), 'wasmTrapHandlers', true)).toThrow(/no fuse wasmTrapHandlers/);
});
