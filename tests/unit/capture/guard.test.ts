// Which machines may be reached, however their addresses are written, and whatever a name server answers the second time.
import { expect, test } from 'playwright/test';
import { classifyAddress, createGuard } from '../../../electron/capture/guard.ts';
import { PRIVATE_SPELLINGS } from './privateSpellings.ts';

function reachOf(host: string): string {
  return classifyAddress(new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, ''));
}

test(`none of ${PRIVATE_SPELLINGS.length} ways to write a private address passes for public`, () => {
  expect(PRIVATE_SPELLINGS.filter((host) => reachOf(host) !== 'private')).toEqual([]);
});

test('public addresses are public', () => {
  const hosts = [
    '8.8.8.8',
    '1.1.1.1',
    '93.184.215.14',
    '172.32.0.1',
    '100.128.0.1',
    '[2606:4700::1111]',
    '[2001:4860:4860::8888]',
  ];
  expect(hosts.filter((host) => reachOf(host) !== 'public')).toEqual([]);
});

test('an IPv6 address counts as the public IPv4 address inside it', () => {
  const hosts = ['[::ffff:8.8.8.8]', '[64:ff9b::808:808]', '[2002:808:808::1]', '[2001:0:808:808:0:0:f7f7:f7f7]'];
  expect(hosts.filter((host) => reachOf(host) !== 'public')).toEqual([]);
});

test('what is no address at all is private', () => {
  expect(classifyAddress('')).toBe('private');
  expect(classifyAddress('example.org')).toBe('private');
});

test('a name is resolved once, so a second answer changes nothing', async () => {
  const answers = ['93.184.215.14', '127.0.0.1'];
  let asked = 0;
  const guard = createGuard({
    privateHost: null,
    resolve: () => Promise.resolve([{ address: answers[asked++] ?? '127.0.0.1', family: 4 }]),
  });
  for (const _ of [1, 2, 3]) {
    expect(await guard.admit('rebinding.example')).toMatchObject({
      admitted: true,
      addresses: [{ address: '93.184.215.14' }],
    });
  }
  expect(asked).toBe(1);
});

test('one private address among public ones spoils the name', async () => {
  const guard = createGuard({
    privateHost: null,
    resolve: () =>
      Promise.resolve([
        { address: '93.184.215.14', family: 4 },
        { address: '192.168.0.1', family: 4 },
      ]),
  });
  expect(await guard.admit('mixed.example')).toEqual({ admitted: false });
});

test('a name without addresses is not admitted', async () => {
  const guard = createGuard({ privateHost: 'empty.example', resolve: () => Promise.resolve([]) });
  expect(await guard.admit('empty.example')).toEqual({ admitted: false });
});

test('only the host that was typed may be private', async () => {
  const guard = createGuard({
    privateHost: 'nas.example',
    resolve: () => Promise.resolve([{ address: '192.168.0.7', family: 4 }]),
  });
  expect(await guard.admit('nas.example')).toMatchObject({ admitted: true, reach: 'private' });
  expect(await guard.admit('printer.example')).toEqual({ admitted: false });
  expect(await guard.admit('192.168.0.7')).toEqual({ admitted: false });
});
