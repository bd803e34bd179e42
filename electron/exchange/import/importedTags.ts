// Tags and folders of an export come in; tags as Layover keeps them go out. No tag is refused for a sign in it: it is cleaned instead.
import { LONGEST_TAG, MOST_TAGS, toTag, withTags } from '#contract/tags.ts';

// Places that every item lies in; they say nothing about it. Folded.
const NO_FOLDERS = new Set([
  '',
  'unsorted',
  'unorganized',
  'unread',
  'bookmarks',
  'bookmarks bar',
  'bookmark bar',
  'bookmarks toolbar',
  'bookmarks menu',
  'other bookmarks',
  'mobile bookmarks',
  'synced bookmarks',
  'unsorted bookmarks',
  'unfiled bookmarks',
  'all bookmarks',
  'favorites',
  'favorites bar',
  'favourites',
  'favourites bar',
  'other favorites',
  'reading list',
  'com.apple.readinglist',
  'imported',
]);

/** The item's own tags, then one for each folder it lies in: its names joined by `/`, without those of places where all is. */
export function tagsOf(own: readonly string[], folders: readonly (readonly string[])[]): readonly string[] {
  const tags = [...own.slice(0, MOST_TAGS * 4).map(cleanTag), ...folders.slice(0, MOST_TAGS).map(folderTag)];
  return withTags(
    [],
    tags.filter((tag) => tag !== ''),
  );
}

/** The parts of a folder written as one text, `Parent/Child` or `Parent / Child`. */
export function folderPath(text: string): readonly string[] {
  return text
    .slice(0, 2000)
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Tags in one text, in any of the ways that lists are written: as JSON, as Python writes them, or parted by one of the separators. */
export function tagList(text: string, separators: RegExp): readonly string[] {
  const typed = text.trim();
  if (typed.startsWith('[') && typed.endsWith(']')) return quotedList(typed.slice(1, -1));
  return typed === '' ? [] : typed.slice(0, 100_000).split(separators);
}

/** `"a", 'don"t', 'it\'s', b`: what is between commas, with either kind of quotation mark or none. */
function quotedList(text: string): readonly string[] {
  const tags: string[] = [];
  let at = 0;
  while (at < text.length && tags.length < 1000) {
    const sign = text.charAt(at);
    if (sign === '"' || sign === "'") {
      const end = closing(text, at);
      tags.push(unescaped(text.slice(at + 1, end)));
      at = end + 1;
    } else if (sign === ',' || sign === ' ') {
      at += 1;
    } else {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length : comma;
      tags.push(text.slice(at, end));
      at = end;
    }
  }
  return tags;
}

function closing(text: string, open: number): number {
  const quote = text.charAt(open);
  let at = open + 1;
  while (at < text.length && text.charAt(at) !== quote) at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([\da-f]{4})|x([\da-f]{2})|([^ux]))/gi,
    (_, wide?: string, narrow?: string, sign?: string) => {
      const code = wide ?? narrow;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return sign === 'n' || sign === 't' || sign === 'r' ? ' ' : (sign ?? '');
    },
  );
}

function folderTag(path: readonly string[]): string {
  const names = path.map((name) => name.trim().slice(0, 1000)).filter((name) => !NO_FOLDERS.has(name.toLowerCase()));
  // The innermost names say most, so the outermost go first when it is too long.
  while (names.length > 1 && names.join('/').length > LONGEST_TAG) names.shift();
  return cleanTag(names.join('/'));
}

function cleanTag(text: string): string {
  const short = text.slice(0, 1000);
  const tag = toTag(short);
  if (tag !== undefined) return tag;
  const plain = short
    .replace(/[,"“”„\p{Cc}\p{Surrogate}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const cut = plain
    .normalize('NFC')
    .slice(0, LONGEST_TAG)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
  return toTag(cut) ?? '';
}
