// Which machines may be reached, however their addresses are written, and whatever a name server answers the second time.
import { expect, test } from 'playwright/test';
import { classifyAddress, createGuard } from '../../../electron/capture/guard.ts';

const PRIVATE_SPELLINGS = `
  127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001 127.255.255.254
  ①②⑦.⓪.⓪.① 127。0。0。1 127.0.0.1. %31%32%37.0.0.1 0x7f.1 0 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255
  172.16.0.1 172.31.255.255 192.168.0.1 192.168.1.254 3232235521 169.254.169.254 0xa9fea9fe
  2852039166 100.64.0.1 100.127.255.255 192.0.0.1 192.0.2.1 198.18.0.1 198.19.255.255 198.51.100.1
  203.0.113.1 192.88.99.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 [::1] [::]
  [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::127.0.0.1]
  [::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::a00:1] [64:ff9b:1::808:808] [2002:7f00:1::]
  [2002:c0a8:1::1] [2001:0:7f00:1::] [2001:0:808:808:0:0:f5ff:fffe] [fe80::1] [fc00::1]
  [fd12:3456::1] [fec0::1] [ff02::1] [2001:db8::1] [100::1] [3fff::1] [2001:2::1] [2001:10::1]
  [5f00::1] [2606:4700::5efe:10.0.0.1] [2606:4700::200:5efe:7f00:1] [4000::1]
`
  .trim()
  .split(/\s+/);

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
