// A web archive of Safari comes in; its page and the pictures in it go out. Refuses a list that holds no page. Frames of the page are
// left aside, but their pictures are there for it.
import { AppError } from '#contract/errors.ts';
import { decodeText } from '../decodeText.ts';
import type { EmbeddedResource, OpenedFile } from './openedFile.ts';
import { webAddressOf } from './partNames.ts';
import { readPlist, type PlistValue } from './plist.ts';
import { pointAtParts } from './pointAtParts.ts';

const PLACEHOLDER_BYTES = 200;
const MAX_FRAMES = 200;

/** Opens the archive. Throws `unreadable` when the list is damaged, `no-content` when no page is in it. */
export function openWebarchive(bytes: Uint8Array): OpenedFile {
  const archive = readPlist(bytes);
  const main = field(archive, 'WebMainResource');
  const data = field(main, 'WebResourceData');
  const mediaType = textOf(field(main, 'WebResourceMIMEType')) ?? 'text/html';
  if (!(data instanceof Uint8Array) || !/html|^text\/plain$/.test(mediaType)) {
    throw new AppError(
      'no-content',
      'There is no page in this web archive. Nothing was stored; the file is unchanged. Save the page once more and add it again.',
    );
  }
  const address = webAddressOf(textOf(field(main, 'WebResourceURL')) ?? '', null);
  const resources = readResources(archive, address);
  const charset = textOf(field(main, 'WebResourceTextEncodingName'));
  const isHtml = mediaType !== 'text/plain';
  const { text } = decodeText(data, charset, isHtml);
  const find = (reference: string): string | undefined => {
    const web = webAddressOf(reference, address);
    return web !== null && resources.has(web) ? web : undefined;
  };
  const isPlaceholder = (part: string): boolean => (resources.get(part)?.bytes.length ?? 0) < PLACEHOLDER_BYTES;
  return {
    documents: [
      {
        kind: isHtml ? 'html' : 'text',
        text: isHtml ? pointAtParts(text, { find, isPlaceholder }) : text,
        address,
        facts: {},
        part: null,
        original: null,
      },
    ],
    resources,
    mediaType: 'application/x-webarchive',
    encoding: null,
  };
}

function readResources(archive: PlistValue, base: string | null): Map<string, EmbeddedResource> {
  const resources = new Map<string, EmbeddedResource>();
  const frames = [archive];
  for (let seen = 0; seen < frames.length && seen < MAX_FRAMES; seen += 1) {
    const frame = frames[seen] ?? null;
    for (const resource of listOf(field(frame, 'WebSubresources'))) {
      const address = webAddressOf(textOf(field(resource, 'WebResourceURL')) ?? '', base);
      const data = field(resource, 'WebResourceData');
      const mediaType = textOf(field(resource, 'WebResourceMIMEType')) ?? '';
      if (address === null || !(data instanceof Uint8Array) || !/^image\/|^$/.test(mediaType)) continue;
      if (!resources.has(address)) resources.set(address, { bytes: data, mediaType });
    }
    frames.push(...listOf(field(frame, 'WebSubframeArchives')));
  }
  return resources;
}

function field(value: PlistValue | undefined, name: string): PlistValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array) return null;
  return Object.entries(value).find(([key]) => key === name)?.[1] ?? null;
}

function listOf(value: PlistValue): readonly PlistValue[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: PlistValue): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
