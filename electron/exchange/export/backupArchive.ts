// A whole library as one archive, laid out as the library's own folder, with the checksum of every file in it; see docs/export-format.md. What
// writes holds one article and a line for each file; what reads back trusts nothing that it has not summed up. Pure but for where the bytes are.
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { ReadPicture } from './exportArticle.ts';
import { readZipEntry, readZipTable, type ByteSource, type ZipEntry } from './zipReader.ts';
import type { ZipWriter } from './zipWriter.ts';

/** A copy of an article's folder: files by name, `article.json` among them. */
export type FolderFiles = readonly (readonly [name: string, bytes: Uint8Array])[];

/** An article with everything that belongs to it. */
export interface BackupArticle {
  readonly id: ArticleId;
  readonly files: FolderFiles;
  /** Other copies, each under the name of its folder. */
  readonly versions: readonly { readonly name: string; readonly files: FolderFiles }[];
  /** The content of its file of highlights. */
  readonly highlights: string | null;
  /** Names below `assets/` of what it and its copies show. */
  readonly pictures: readonly string[];
}

/** What an archive of articles is. */
export interface ArchiveKind {
  /** Its first file, which says so. */
  readonly head: string;
  readonly format: string;
  /** As it is called where it cannot be read. */
  readonly name: string;
}

/** A whole library. */
export const BACKUP: ArchiveKind = { head: 'layover-backup.json', format: 'layover-backup', name: 'backup' };
/** The articles of a trip, with the trip. */
export const TRIP_PACK: ArchiveKind = { head: 'layover-trip.json', format: 'layover-trip', name: 'trip pack' };

const KINDS = [BACKUP, TRIP_PACK];
const LONGEST_HEAD = 40;
const SUMS = 'SHA256SUMS';
/** The library's own files that go along. */
const OWN_FILES = ['settings.json', 'reading.json', 'feeds.json', 'trips.json', 'trip.json'] as const;
export type OwnFile = (typeof OWN_FILES)[number];
const COPY_NAME = /^\d{8}T\d{9}Z$/;

const headSchema = v.looseObject({ format: v.string(), version: v.number() });

/** Writes such an archive into an empty one and ends it. Throws what reading and writing throw. */
export async function writeBackup(
  created: string,
  articles: AsyncIterable<BackupArticle>,
  own: readonly (readonly [name: OwnFile, text: string])[],
  readPicture: ReadPicture,
  zip: ZipWriter,
  kind: ArchiveKind = BACKUP,
): Promise<void> {
  const sums: string[] = [];
  const pictures = new Set<string>();

  async function put(name: string, content: Uint8Array | string): Promise<void> {
    sums.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
    await zip.add(name, content);
  }

  await put(kind.head, `${JSON.stringify({ format: kind.format, version: 1, created })}\n`);
  for (const [name, text] of own) await put(name, text);
  for await (const article of articles) {
    for (const picture of article.pictures) {
      if (pictures.has(picture)) continue;
      pictures.add(picture);
      const bytes = await readPicture(picture);
      if (bytes !== undefined) await put(`assets/${picture}`, bytes);
    }
    for (const { name, files } of article.versions) {
      for (const [file, bytes] of files) await put(`versions/${article.id}/${name}/${file}`, bytes);
    }
    if (article.highlights !== null)
      await put(`highlights/${article.id.slice(0, 2)}/${article.id}.json`, article.highlights);
    for (const [file, bytes] of article.files)
      await put(`articles/${article.id.slice(0, 2)}/${article.id}/${file}`, bytes);
  }
  await zip.add(SUMS, sums.join(''));
  await zip.finish();
}

/** A backup that is there to be read. */
export interface OpenBackup {
  readonly ids: readonly ArticleId[];
  /** An article; files that are damaged make it fail with `unreadable`, and no other. */
  article(id: ArticleId): Promise<BackupArticle>;
  /** A picture; `undefined` when it is not in the backup. Throws `unreadable`. */
  picture(file: string): Promise<Uint8Array | undefined>;
  own(name: OwnFile): Promise<string | undefined>;
  /** Reads all and compares every sum; `onRead` hears of every article and may throw to end it. Throws `unreadable`. */
  verify(onRead: (done: number, total: number) => void): Promise<void>;
}

/** What an archive is, whole or not; `undefined` for any other. One that begins as one is, so that its damage is told and not taken for another archive. */
export async function archiveKind(source: ByteSource): Promise<ArchiveKind | undefined> {
  const begin = new TextDecoder('latin1').decode(await source.read(30, LONGEST_HEAD));
  const begun = KINDS.find(({ head }) => begin.startsWith(head));
  if (begun !== undefined) return begun;
  try {
    const names = new Set((await readZipTable(source)).map(({ name }) => name));
    return KINDS.find(({ head }) => names.has(head));
  } catch (failure) {
    if (failure instanceof AppError && failure.code === 'unreadable') return undefined;
    throw failure;
  }
}

/** Opens a backup, or another kind, by its table. Throws `unreadable` when it is none, is cut off, or is of a newer Layover. */
export async function openBackup(source: ByteSource, kind: ArchiveKind = BACKUP): Promise<OpenBackup> {
  const damaged = (how: string): AppError =>
    new AppError('unreadable', `This ${kind.name} cannot be read: ${how}. Nothing in the library was changed.`);

  const entries = new Map((await readZipTable(source)).map((entry) => [entry.name, entry]));
  const textOf = async (entry: ZipEntry | undefined): Promise<string> => {
    if (entry === undefined) throw damaged(`it is no ${kind.name} of Layover, or its end is missing`);
    return new TextDecoder().decode(await readZipEntry(source, entry));
  };
  const sums = readSums(await textOf(entries.get(SUMS)));
  const head = v.safeParse(v.pipe(v.string(), v.parseJson(), headSchema), await textOf(entries.get(kind.head)));
  if (!head.success || head.output.format !== kind.format) throw damaged(`it is no ${kind.name} of Layover`);
  if (head.output.version > 1) {
    throw new AppError(
      'unreadable',
      `This ${kind.name} was made by a newer Layover. Nothing was changed; open it with that version.`,
    );
  }
  const folders = groupFolders(entries.keys());

  async function read(name: string): Promise<Uint8Array> {
    const entry = entries.get(name);
    const sum = sums.get(name);
    if (entry === undefined || sum === undefined) throw damaged('a file is missing in it');
    const bytes = await readZipEntry(source, entry);
    if (createHash('sha256').update(bytes).digest('hex') !== sum) throw damaged('a file in it was changed');
    return bytes;
  }

  async function folder(path: string, names: readonly string[]): Promise<FolderFiles> {
    const files: (readonly [string, Uint8Array])[] = [];
    for (const name of names) files.push([name, await read(`${path}/${name}`)]);
    return files;
  }

  return {
    ids: [...folders.articles.keys()],
    async article(id) {
      const versions: { name: string; files: FolderFiles }[] = [];
      for (const [name, names] of folders.versions.get(id) ?? [])
        versions.push({ name, files: await folder(`versions/${id}/${name}`, names) });
      const marks = `highlights/${id.slice(0, 2)}/${id}.json`;
      return {
        id,
        files: await folder(`articles/${id.slice(0, 2)}/${id}`, folders.articles.get(id) ?? []),
        versions,
        highlights: entries.has(marks) ? new TextDecoder().decode(await read(marks)) : null,
        pictures: [],
      };
    },
    picture: async (file) => (entries.has(`assets/${file}`) ? read(`assets/${file}`) : undefined),
    own: async (name) => (entries.has(name) ? new TextDecoder().decode(await read(name)) : undefined),
    async verify(onRead) {
      if (sums.size !== entries.size - 1) throw damaged('not all of its files are listed');
      let done = 0;
      for (const name of entries.keys()) {
        if (name === SUMS) continue;
        await read(name);
        if (name.startsWith('articles/') && name.endsWith('/article.json')) onRead((done += 1), folders.articles.size);
      }
    },
  };
}

interface Folders {
  readonly articles: ReadonlyMap<ArticleId, readonly string[]>;
  readonly versions: ReadonlyMap<ArticleId, ReadonlyMap<string, readonly string[]>>;
}

function groupFolders(names: Iterable<string>): Folders {
  const articles = new Map<ArticleId, string[]>();
  const versions = new Map<ArticleId, Map<string, string[]>>();
  for (const name of names) {
    const [place, first, second, file] = name.split('/');
    if (file === undefined || first === undefined || second === undefined) continue;
    if (place === 'articles' && isArticleId(second) && second.startsWith(first)) {
      articles.set(second, [...(articles.get(second) ?? []), file]);
    } else if (place === 'versions' && isArticleId(first) && COPY_NAME.test(second)) {
      const copies = versions.get(first) ?? new Map<string, string[]>();
      versions.set(first, copies.set(second, [...(copies.get(second) ?? []), file]));
    }
  }
  return { articles, versions };
}

function readSums(text: string): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) if (line !== '') sums.set(line.slice(66), line.slice(0, 64));
  return sums;
}
