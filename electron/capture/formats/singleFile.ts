// A page saved with SingleFile comes in; the page and the pictures written into it go out, and the address in its first comment.
// What SingleFile marked as hidden is left out. Refuses nothing: it is a page like any other.
import { decodeDataUrl, isDataUrl } from '../dataUrl.ts';
import { decodeText } from '../decodeText.ts';
import { IMAGE_LIMITS } from '../limits.ts';
import { addressInSavedPage } from '../readFile.ts';
import type { EmbeddedResource, OpenedFile } from './openedFile.ts';
import { partAddress } from './partNames.ts';
import { pointAtParts } from './pointAtParts.ts';

// A picture shown more than once is written once, into a variable of the style sheet.
const VARIABLE = /(--sf-img-\d{1,6})\s*:\s*url\(\s*["']?(data:[^"')]{1,40000000})["']?\s*\)/g;
const LEAST_LENGTH = 300;

/** Opens the page. */
export function openSingleFile(bytes: Uint8Array): OpenedFile {
  const { text, encoding } = decodeText(bytes, null, true);
  const resources = new Map<string, EmbeddedResource>();
  const known = new Map<string, string>();
  const variables = new Map([...text.matchAll(VARIABLE)].map(([, name = '', data = '']) => [name, data]));

  function find(reference: string): string | undefined {
    if (!isDataUrl(reference) || !/^data:image\//i.test(reference) || reference.length < LEAST_LENGTH) return undefined;
    const before = known.get(reference);
    if (before !== undefined) return before;
    const key = partAddress(`picture-${resources.size + 1}`);
    const decoded = decodeQuietly(reference);
    if (decoded === undefined) return undefined;
    resources.set(key, decoded);
    known.set(reference, key);
    return key;
  }

  const html = pointAtParts(text, {
    find,
    findInStyle: (style) => {
      const name = /var\(\s*(--sf-img-\d{1,6})\s*\)/.exec(style)?.[1];
      const data = name === undefined ? undefined : variables.get(name);
      return data === undefined ? undefined : find(data);
    },
    isLeftOut: ({ name, attributes }) =>
      name === 'canvas' || /(?:^|\s)sf-hidden(?:\s|$)/.test(attributes.get('class') ?? ''),
  });
  const address = addressInSavedPage(text);
  const document = { kind: 'html', text: html, address, facts: {}, part: null, original: null } as const;
  return { documents: [document], resources, mediaType: 'text/html', encoding };
}

/** A picture too large to keep stays in the page, where its loss is told like any other. */
function decodeQuietly(reference: string): EmbeddedResource | undefined {
  const maxBytes = IMAGE_LIMITS.each.maxBytes;
  if (reference.length > maxBytes * 2) return undefined;
  return { bytes: decodeDataUrl(reference, maxBytes * 2), mediaType: /^data:([\w/+.-]+)/i.exec(reference)?.[1] ?? '' };
}
