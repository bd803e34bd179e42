// Which clicked links the system gets to see, and as what.
import { expect, test } from 'playwright/test';
import { openableAddress } from '../../../electron/shell/openableAddress.ts';
import { HOSTILE_LINKS } from './hostileLinks.ts';

test(`none of ${HOSTILE_LINKS.length} hostile links is handed to the system`, () => {
  const opened = HOSTILE_LINKS.filter((link) => {
    try {
      return openableAddress(link) !== '';
    } catch (failure) {
      expect(failure).toMatchObject({ code: 'bad-input' });
      return false;
    }
  });
  expect(opened).toEqual([]);
});

test('what the system gets is the address as it was understood', () => {
  expect(openableAddress('HTTPS://Notes.example/a b')).toBe('https://notes.example/a%20b');
  expect(openableAddress(' http://notes.example\\x ')).toBe('http://notes.example/x');
  expect(openableAddress('mailto:someone@notes.example?subject=Hi')).toBe('mailto:someone@notes.example?subject=Hi');
});

test('a link that hides its host behind a name says where it leads', () => {
  expect(() => openableAddress('https://bank.example@elsewhere.example/')).toThrow(/leads to elsewhere\.example/);
});
