// Which voice reads an article, of those a system has.
import { expect, test } from 'playwright/test';
import { languageOf, orderVoices, pickVoice, withoutTimbres, type Voice } from '../../../renderer/listening/voices.ts';

function voice(name: string, lang: string, more: Partial<Voice> = {}): Voice {
  return { name, lang, localService: true, default: false, ...more };
}

function order(voices: readonly Voice[], lang: string, home: readonly string[] = ['en-GB']) {
  const { own, others } = orderVoices(voices, lang, home);
  return { own: own.map(({ name }) => name), others: others.map(({ name }) => name) };
}

const SYSTEM = [
  voice('Anna', 'de-DE'),
  voice('Samantha', 'en-US', { default: true }),
  voice('Daniel', 'en_GB'),
  voice('Far away', 'en-GB', { localService: false }),
  voice('Thomas', 'fr-FR'),
  voice('Amélie', 'fr-CA'),
  voice('Tingting', 'zh-CN'),
  voice('Meijia', 'zh-TW'),
  voice('Mandarin', 'cmn'),
];

test('the exact region comes before the language, and both before others; none that needs a network', () => {
  expect(order(SYSTEM, 'fr-CA')).toMatchObject({ own: ['Amélie', 'Thomas'] });
  expect(order(SYSTEM, 'en-US').own).toEqual(['Samantha', 'Daniel']);
  expect(order(SYSTEM, 'en-GB').own).toEqual(['Daniel', 'Samantha']);
  expect(order(SYSTEM, 'de-AT').own).toEqual(['Anna']);
  expect(Object.values(order(SYSTEM, 'en-GB')).flat()).not.toContain('Far away');
});

test('a language without a region takes the region of the person, else the usual one', () => {
  expect(order(SYSTEM, 'en', ['de', 'en-GB']).own).toEqual(['Daniel', 'Samantha']);
  expect(order(SYSTEM, 'en', ['de']).own).toEqual(['Samantha', 'Daniel']);
  expect(order(SYSTEM, 'fr', ['en-GB']).own).toEqual(['Thomas', 'Amélie']);
});

test('Chinese is told apart by its writing, whatever the voice calls the language', () => {
  expect(order(SYSTEM, 'zh-Hant').own[0]).toBe('Meijia');
  expect(order(SYSTEM, 'zh-Hans').own.slice(0, 2).sort()).toEqual(['Mandarin', 'Tingting']);
  expect(languageOf('cmn-CN')).toBe('zh');
});

test('where none speaks the language, those of the person’s own languages stand first among the others', () => {
  expect(order(SYSTEM, 'hi', ['de-DE', 'fr'])).toMatchObject({ own: [], others: expect.arrayContaining(['Samantha']) });
  expect(order(SYSTEM, 'hi', ['de-DE', 'fr']).others.slice(0, 3)).toEqual(['Anna', 'Thomas', 'Amélie']);
  expect(pickVoice(orderVoices(SYSTEM, 'hi', []), undefined)).toBeUndefined();
});

test('the voice that was chosen is taken as long as it is there', () => {
  const suiting = orderVoices(SYSTEM, 'en-GB', []);
  expect(pickVoice(suiting, 'Samantha')?.name).toBe('Samantha');
  expect(pickVoice(suiting, 'Anna')?.name).toBe('Anna');
  expect(pickVoice(suiting, 'No longer here')?.name).toBe('Daniel');
  expect(languageOf('nonsense language')).toBe('und');
});

test('of voices that one program offers in many timbres the plain one stays', () => {
  const offered = [
    'German',
    'German+croak',
    'C++ reader',
    'Urdu espeak-ng',
    'Urdu+Mr serious espeak-ng',
    'Lao+f1 other',
  ];
  const plain = withoutTimbres(offered.map((name) => voice(name, 'de'))).map(({ name }) => name);
  expect(plain).toEqual(['German', 'C++ reader', 'Urdu espeak-ng', 'Lao+f1 other']);
});

test('a tag of which only the beginning is one is read as that', () => {
  const offered = [voice('New York', 'en-US-NYC'), voice('London', 'en-GB-X-RP'), voice('Anna', 'de')];
  expect(order(offered, 'en-GB').own).toEqual(['London', 'New York']);
});
