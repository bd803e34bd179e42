// Links of other programs that ask for a save.
import { expect, test } from 'playwright/test';
import { createProposals } from '../../../electron/shell/proposals.ts';

const link = (address: string): string => `layover://save?url=${encodeURIComponent(address)}`;

test('what a link asks for waits until it is taken, each address once', () => {
  const proposals = createProposals();
  expect(proposals.note(['layover', '--flag', link('https://a.example/?q=1&r=2#x')])).toBe(true);
  expect(proposals.note(['layover', link('https://a.example/?q=1&r=2#x'), link('http://b.example/')])).toBe(true);
  expect(proposals.take()).toEqual(['https://a.example/?q=1&r=2#x', 'http://b.example/']);
  expect(proposals.take()).toEqual([]);
});

for (const argument of [
  link('file:///etc/passwd'),
  link('javascript:alert(1)'),
  link('https://name:word@a.example/'),
  'layover://remove?url=https://a.example/',
  'layover://save',
  'layover:',
  `layover://save?url=https://a.example/${'x'.repeat(9000)}`,
  'https://a.example/',
]) {
  test(`${argument.slice(0, 60)} asks for nothing`, () => {
    const proposals = createProposals();
    expect(proposals.note(['layover', argument])).toBe(false);
    expect(proposals.take()).toEqual([]);
  });
}

test('a page that fires links without end fills a short list and no more', () => {
  const proposals = createProposals();
  for (let index = 0; index < 500; index += 1) proposals.note([link(`https://a.example/${index}`)]);
  expect(proposals.take()).toHaveLength(20);
});
