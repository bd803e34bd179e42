// What people type and paste, and which addresses count as one page.
import { expect, test } from 'playwright/test';
import { canonicalAddress, findAddresses, parseAddress } from '../../../electron/capture/address.ts';
import { failureOf } from './failureOf.ts';

const ACCEPTED: readonly (readonly [string, string])[] = [
  ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
  ['  https://example.org/a \n', 'https://example.org/a'],
  ['example.org', 'https://example.org/'],
  ['example.org/Mercury_(planet)', 'https://example.org/Mercury_(planet)'],
  ['EXAMPLE.org/Path', 'https://example.org/Path'],
  ['example.org:8080/x', 'https://example.org:8080/x'],
  ['localhost:3000', 'https://localhost:3000/'],
  ['localhost', 'https://localhost/'],
  ['//example.org/x', 'https://example.org/x'],
  ['http://192.168.0.10/wiki', 'http://192.168.0.10/wiki'],
  ['127.0.0.1:8000/a', 'https://127.0.0.1:8000/a'],
  ['[::1]:8080/a', 'https://[::1]:8080/a'],
  ['<https://example.org/a>', 'https://example.org/a'],
  ['"https://example.org/a"', 'https://example.org/a'],
  ['“https://example.org/a”', 'https://example.org/a'],
  ['HTTPS://example.org/a b', 'https://example.org/a%20b'],
  ['bücher.example/straße', 'https://xn--bcher-kva.example/stra%C3%9Fe'],
  ['example.org/redirect?to=javascript:alert(1)', 'https://example.org/redirect?to=javascript:alert(1)'],
];

for (const [typed, address] of ACCEPTED) {
  test(`${JSON.stringify(typed)} is read as ${address}`, () => {
    expect(parseAddress(typed).href).toBe(address);
  });
}

const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['', /no address yet/],
  ['   ', /no address yet/],
  ['hello', /“hello” is not a web address/],
  ['hello world. this is text', /is not a web address/],
  ['https://', /is not a web address/],
  ['http://[broken', /is not a web address/],
  ['javascript:alert(1)', /cannot save “javascript:”/],
  ['java\tscript:alert(1)', /not a web address|cannot save/],
  ['data:text/html,<p>x', /cannot save “data:”/],
  ['file:///home/someone/page.html', /file on this computer/],
  ['C:\\pages\\one.html', /cannot save “c:”/],
  ['ftp://example.org/x', /cannot save “ftp:”/],
  ['view-source:https://example.org', /cannot save “view-source:”/],
  ['chrome://settings', /cannot save “chrome:”/],
  ['mailto:someone@example.org', /mailto: link is not a page/],
  ['https://user:secret@example.org/', /name or password/],
  ['https://example.org@evil.example/', /name or password/],
  ['https://example.org/a\nhttps://example.org/b', /more than one line/],
  [`https://example.org/${'x'.repeat(20_000)}`, /too long/],
];

for (const [typed, words] of REFUSED) {
  test(`${JSON.stringify(typed.slice(0, 40))} is refused with a reason`, async () => {
    const failure = await failureOf(Promise.resolve().then(() => parseAddress(typed)));
    expect(failure.code).toBe('bad-input');
    expect(failure.message).toMatch(words);
    expect(failure.message.length).toBeLessThan(300);
  });
}

const SAME: readonly (readonly [string, string])[] = [
  ['https://Example.org:443/a#part', 'https://example.org/a'],
  ['http://example.org:80/a', 'http://example.org/a'],
  ['https://example.org/a?utm_source=x&id=7&utm_medium=y', 'https://example.org/a?id=7'],
  ['https://example.org/a?fbclid=1', 'https://example.org/a'],
  ['https://example.org/a?UTM_Source=x&gclid=2', 'https://example.org/a'],
  ['https://example.org/a?b=2&a=1&b=1', 'https://example.org/a?b=2&a=1&b=1'],
  ['https://example.org/a?q=x+y%20z&ref=home', 'https://example.org/a?q=x+y%20z&ref=home'],
  ['https://example.org/a?flag', 'https://example.org/a?flag'],
  ['https://example.org/a?', 'https://example.org/a'],
  ['https://example.org/a?&&id=7&', 'https://example.org/a?id=7'],
  ['https://example.org/A/?x=Y', 'https://example.org/A/?x=Y'],
  ['https://example.org/?s=utm_source', 'https://example.org/?s=utm_source'],
  ['not an address', 'not an address'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
];

for (const [address, canonical] of SAME) {
  test(`${address} counts as ${canonical}`, () => {
    expect(canonicalAddress(address)).toBe(canonical);
    expect(canonicalAddress(canonical)).toBe(canonical);
  });
}

test('all addresses are found in pasted text, each once and in order', () => {
  const text = `Read https://example.org/one, then (see http://example.org/two) and <https://example.org/three>.
    [A link](https://example.org/four) "https://example.org/five" https://example.org/one
    https://example.org/Mercury_(planet). Not these: ftp://example.org, mailto:a@example.org, example.org,
    https://user:pw@example.org/six. 日本語「https://example.org/seven」、https://web.archive.org/web/2012/http://example.org/`;
  expect(findAddresses(text)).toEqual([
    'https://example.org/one',
    'http://example.org/two',
    'https://example.org/three',
    'https://example.org/four',
    'https://example.org/five',
    'https://example.org/Mercury_(planet)',
    'https://example.org/seven',
    'https://web.archive.org/web/2012/http://example.org/',
  ]);
});

test('text without addresses gives none, however long', () => {
  expect(findAddresses('https:/ nothing http: //here '.repeat(20_000))).toEqual([]);
});
