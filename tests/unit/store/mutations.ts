// The text of a JSON file in; the same file as it is found when something went wrong with it out. Pure.
import { seededRandom } from './drafts.ts';

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Ways in which files are found broken: cut, emptied, zeroed, flipped, of another shape, doubled. */
export function mutations(text: string, count: number, seed: number): readonly Uint8Array[] {
  const random = seededRandom(seed);
  const bytes = new TextEncoder().encode(text);
  const at = (): number => Math.floor(random() * bytes.length);
  const fixed = [
    '',
    'null',
    '{}',
    '[]',
    '0',
    '"text"',
    '{"format":1}',
    '{"format":0}',
    `${text}${text}`,
    text.replaceAll('"', "'"),
  ];
  const kinds: (() => Uint8Array)[] = [
    () => bytes.slice(0, at()),
    () => new Uint8Array(bytes.length),
    () => bytes.slice().fill(0, at()),
    () => bytes.map((byte, index) => (index === 0 ? byte ^ (1 << Math.floor(random() * 8)) : byte)),
    () => encode(text.replace(/: ("[^"]*"|[\d.]+|null|true|false)(?=,?\n)/, ': {"wrong": true}')),
    () => encode(text.slice(at())),
    () => Uint8Array.from({ length: at() }, () => random() * 256),
  ];
  const chosen = Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.() ?? bytes);
  return [...fixed.map(encode), ...chosen];
}
