// Exports of other programs in; the same with names in them that JavaScript gives a meaning to, and with names that lead out of a folder, out. Pure.
import { zipOf } from '../../unit/exchange/import/binaries.ts';

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf'];
const POLLUTED = '{"polluted":true,"toString":"x","isAdmin":1}';
const PATHS = [
  '../../outside.txt',
  '/tmp/layover-outside.txt',
  '..\\..\\outside.txt',
  'C:\\outside.txt',
  '__proto__/x.json',
  'a/\0b.json',
  'con',
  '~/outside',
  './../outside.csv',
  'a/../../outside.csv',
];

/** A file to read. */
export interface PollutedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** At least 200, by the sources given: name and text. */
export function pollutedFiles(sources: ReadonlyMap<string, Uint8Array>): readonly PollutedFile[] {
  const files: PollutedFile[] = [];
  const encoder = new TextEncoder();
  const add = (name: string, text: string): void => void files.push({ name, bytes: encoder.encode(text) });
  for (const [name, bytes] of sources) {
    const text = Buffer.from(bytes).toString('utf8');
    for (const bad of NAMES) {
      if (name.endsWith('.json')) {
        add(name, text.replaceAll('{', `{"${bad}":${POLLUTED},`));
        add(name, text.replace(/"(?:url|href|uri|title)":/g, `"${bad}":`));
      }
      if (name.endsWith('.csv')) {
        add(name, text.replace(/^[^,\n]+/, bad));
        add(name, text.replace('\n', `,${bad}\n`).replaceAll(/\n(?=.)/g, `\n${bad},`));
      }
      if (/\.(?:opml|html|xml|plist)$/.test(name)) add(name, text.replaceAll(/<(\w+) /g, `<$1 ${bad}="polluted" `));
    }
    for (const path of PATHS) {
      files.push({ name: path, bytes });
      if (/\.(?:json|csv)$/.test(name)) files.push({ name: 'export.zip', bytes: zipOf([[path, text]]) });
    }
  }
  return files;
}

/** What a careless reader does with JSON: everything is laid over what is there. */
export function mergeCarelessly(into: object, from: unknown): void {
  for (const name of Object.keys(Object(from))) {
    const [mine, theirs]: readonly unknown[] = [Reflect.get(into, name), Reflect.get(Object(from), name)];
    if (typeof mine === 'object' && mine !== null && typeof theirs === 'object') mergeCarelessly(mine, theirs);
    else Reflect.set(into, name, theirs);
  }
}
