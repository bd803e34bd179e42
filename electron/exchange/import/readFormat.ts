// A file that was recognised comes in; what its format's reader finds in it goes out.
import { unreachable } from '#contract/errors.ts';
import type { ImportFile, ImportFormat } from '#contract/imports.ts';
import type { Draft } from './finding.ts';
import type { ImportTools } from './importTools.ts';
import { isJson, jsonBytes, type JsonBytes } from './jsonText.ts';
import { partFolder, partOf, type Parts } from './parts.ts';
import { readAddresses } from './readAddresses.ts';
import { readBookmarks } from './readBookmarks.ts';
import { readChromeTree, readFirefoxTree } from './readBrowserTree.ts';
import { readAnyObject, readElements, readGoodLink, readPin, readWallabagEntry } from './readJsonLists.ts';
import { readKarakeep } from './readKarakeep.ts';
import { readLinkwarden } from './readLinkwarden.ts';
import { readOmnivore } from './readOmnivore.ts';
import { readOpml } from './readOpml.ts';
import { readPocketHtml } from './readPocketHtml.ts';
import { readBinarySafari, readXmlSafari } from './readSafari.ts';
import { readTable, recogniseTable } from './readTable.ts';
import { readWallabagXml } from './readWallabagXml.ts';

/** Reads it. `parts` are the files it was chosen with, for those of them that belong to it. */
export function readFormat(
  { name, bytes }: ImportFile,
  format: ImportFormat,
  parts: Parts,
  tools: ImportTools,
): Iterable<Draft> {
  if (format === 'saved-pages') return [savedPage(name, bytes)];
  if (format === 'layover') return [];
  if (format === 'safari' && bytes[0] === 0x62) return readBinarySafari(bytes);
  const json = (): JsonBytes => jsonBytes(bytes, tools);
  const text = (): string => tools.decode(bytes, bytes[skipBlank(bytes)] === 0x3c);
  switch (format) {
    case 'bookmarks':
      return readBookmarks(text());
    case 'firefox':
      return readFirefoxTree(json());
    case 'chrome':
      return readChromeTree(json());
    case 'safari':
      return readXmlSafari(text());
    case 'karakeep':
      return readKarakeep(json());
    case 'linkwarden':
      return readLinkwarden(json());
    case 'opml':
      return readOpml(text());
    case 'goodlinks':
      return readElements(json(), 0, readGoodLink);
    case 'pinboard':
      return readElements(json(), 0, readPin);
    case 'onetab':
      return readAddresses(text(), 'onetab');
    case 'omnivore': {
      const folder = partFolder(name);
      const beside = (path: string) => partOf(parts, folder === '' ? path : `${folder}/${path}`).bytes;
      return readOmnivore(json(), beside, tools);
    }
    case 'wallabag':
    case 'pocket':
    case 'instapaper':
    case 'readwise':
    case 'raindrop':
    case 'readeck':
    case 'matter':
    case 'mymind':
    case 'addresses':
      return isJson(bytes)
        ? readElements(json(), 0, format === 'wallabag' ? readWallabagEntry : readAnyObject)
        : readInAnyForm(text(), format);
    default:
      return unreachable(format);
  }
}

/** Formats that come as a table and otherwise. */
function readInAnyForm(text: string, format: ImportFormat): Iterable<Draft> {
  if (text.trimStart().startsWith('<')) return format === 'wallabag' ? readWallabagXml(text) : readPocketHtml(text);
  const table = recogniseTable(text);
  return table === null ? readAddresses(text, 'addresses') : readTable(text, table);
}

function savedPage(name: string, bytes: Uint8Array): Draft {
  const bare = name.slice(name.lastIndexOf('/') + 1);
  return { kind: 'item', row: 1, address: null, body: { kind: 'file', name: bare, bytes } };
}

function skipBlank(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while ((bytes[at] ?? 0x21) <= 0x20) at += 1;
  return at;
}
