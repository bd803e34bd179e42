// A property list comes in, binary or XML as Apple defines them; its values go out. Refuses what is damaged.
import { parseBuffer } from 'bplist-parser';
import { AppError } from '#contract/errors.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** A value of a property list; numbers, dates and truth values are of no use here and come out as `null`. */
export type PlistValue = string | Uint8Array | readonly PlistValue[] | { readonly [name: string]: PlistValue } | null;

/** Reads the list. Throws `unreadable`. */
export function readPlist(bytes: Uint8Array): PlistValue {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (whole.toString('latin1', 0, 6) !== 'bplist') {
    const [value] = parseXml(whole.toString('utf8'), WHAT).children;
    return value === undefined ? null : fromXml(value);
  }
  try {
    return fromParsed(parseBuffer(whole)[0]);
  } catch (cause) {
    throw new AppError(
      'unreadable',
      `${WHAT} cannot be read. Nothing was stored; the file is unchanged. Save the page once more and add it again.`,
      { cause },
    );
  }
}

const WHAT = 'This web archive';

function fromXml(element: XmlElement): PlistValue {
  switch (element.name) {
    case 'dict': {
      const values = new Map<string, PlistValue>();
      for (const [index, child] of element.children.entries()) {
        const value = element.children[index + 1];
        if (child.name === 'key' && value !== undefined) values.set(child.text, fromXml(value));
      }
      return Object.fromEntries(values);
    }
    case 'array':
      return element.children.map(fromXml);
    case 'data':
      return Buffer.from(element.text, 'base64');
    case 'string':
      return element.text;
    default:
      return null;
  }
}

function fromParsed(value: unknown): PlistValue {
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(fromParsed);
  if (typeof value !== 'object' || value === null || value instanceof Date) return null;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fromParsed(each)]));
}
