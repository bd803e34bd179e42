// A saved page with the folder of its parts comes in, packed by `readFromDisk` or by hand; the page and its pictures go out.
// Refuses an archive without a page at its top.
import { AppError } from '#contract/errors.ts';
import { decodeText } from '../decodeText.ts';
import { addressInSavedPage } from '../readFile.ts';
import { openArchive, type Archive } from './archive.ts';
import { PAGE_FOLDER_MARK } from './fileFormat.ts';
import type { EmbeddedResource, FileDocument, OpenedFile } from './openedFile.ts';
import { partAddress, pathOf } from './partNames.ts';
import { pointAtParts } from './pointAtParts.ts';

const PICTURE = /\.(?:png|jpe?g|jfif|gif|webp|avif|svg|bmp|ico)$/i;
const PLACEHOLDER_BYTES = 200;

/** Opens the pages at the top of the archive; several are several documents. Throws `unreadable` when there is none. */
export function openPageFolder(bytes: Uint8Array): OpenedFile {
  const archive = openArchive(bytes);
  const pages = [...archive.names].filter((name) => /\.(?:html?|xhtml|xht)$/i.test(name));
  const depth = Math.min(...pages.map(depthOf));
  const tops = pages.filter((name) => depthOf(name) === depth).sort();
  if (tops.length === 0) {
    throw new AppError(
      'unreadable',
      'There is no page and no book in this archive. Nothing was stored; the file is unchanged. Unpack it and add the files in it.',
    );
  }
  const resources = readResources(archive);
  const read = archive.read(tops);
  const documents = tops.flatMap((name): FileDocument[] => {
    const page = read.get(name);
    return page === undefined ? [] : [documentOf(name, page, resources, tops.length > 1)];
  });
  return { documents, resources, mediaType: 'application/zip', encoding: null };
}

function depthOf(name: string): number {
  return name.split('/').length;
}

/** Pictures that browsers saved without an ending are taken too: what they are is seen from their bytes later. */
function readResources(archive: Archive): ReadonlyMap<string, EmbeddedResource> {
  const names = [...archive.names].filter(
    (name) => name !== PAGE_FOLDER_MARK && (PICTURE.test(name) || !/\.[a-z\d]{1,5}$/i.test(name)),
  );
  const found = archive.read(names);
  return new Map([...found].map(([name, bytes]) => [partAddress(name), { bytes, mediaType: '' }]));
}

function documentOf(
  name: string,
  bytes: Uint8Array,
  resources: ReadonlyMap<string, EmbeddedResource>,
  isOneOfMany: boolean,
): FileDocument {
  const { text, encoding } = decodeText(bytes, null, true);
  const find = (reference: string): string | undefined => {
    const path = pathOf(reference, name);
    const part = path === undefined ? undefined : partAddress(path);
    return part !== undefined && resources.has(part) ? part : undefined;
  };
  const isPlaceholder = (part: string): boolean => (resources.get(part)?.bytes.length ?? 0) < PLACEHOLDER_BYTES;
  return {
    kind: 'html',
    text: pointAtParts(text, { find, isPlaceholder }),
    address: addressInSavedPage(text),
    facts: {},
    part: isOneOfMany ? name : null,
    original: { bytes, mediaType: 'text/html', encoding },
  };
}
