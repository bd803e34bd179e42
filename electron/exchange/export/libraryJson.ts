// A library as one document of JSON, a record a line, so that it can be written and read with the room of one article; see docs/export-format.md.
// Refuses a document of another format or a later version, and a line that is no record; whether an article's facts are sound is for the store.
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';

const NAME = 'layover-library';
const VERSION = 1;

/** A copy of an article: its facts as they stand in `article.json`, and its files. */
export interface CopyRecord {
  readonly article: unknown;
  /** Stored HTML without its head. */
  readonly content: string;
  readonly text: string;
  readonly comments: string | null;
  /** The documents it was made from, each packed with brotli and then in base64. */
  readonly originals: readonly string[];
}

/** An article with everything that belongs to it. */
export interface ArticleRecord extends CopyRecord {
  readonly highlights: readonly unknown[];
  /** Which were removed or put back, and when; none in what the first versions wrote. */
  readonly highlightChanges?: unknown;
  readonly versions: readonly CopyRecord[];
}

/** A picture, before the first article that shows it. */
export interface PictureRecord {
  /** Its name below `assets/`. */
  readonly picture: string;
  /** In base64. */
  readonly bytes: string;
}

/** A line. */
export type LibraryRecord = ArticleRecord | PictureRecord;

/** The document's begin. */
export function jsonHead(exported: string): string {
  return `{"format":"${NAME}","version":${VERSION},"exported":${JSON.stringify(exported)},"records":[`;
}

/** A line of it. */
export function jsonLine(record: LibraryRecord, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n${JSON.stringify(record)}`;
}

/** Its end. */
export const JSON_END = '\n]}\n';

const copy = {
  article: v.unknown(),
  content: v.string(),
  text: v.string(),
  comments: v.nullable(v.string()),
  originals: v.array(v.string()),
};
const articleRecord = v.looseObject({
  ...copy,
  highlights: v.array(v.unknown()),
  highlightChanges: v.exactOptional(v.unknown()),
  versions: v.array(v.looseObject(copy)),
});
const pictureRecord = v.looseObject({ picture: v.string(), bytes: v.string() });
const recordSchema = v.union([pictureRecord, articleRecord]);
const headSchema = v.looseObject({ format: v.literal(NAME), version: v.number() });

/** Tells whether a file's first bytes, as text, are those of such a document. */
export function isLibraryJson(begin: string): boolean {
  return /^\ufeff?\s*\{\s*"format"\s*:\s*"layover-library"/.test(begin);
}

/**
 * The records of a document that comes line by line, each as it comes. One that another program has laid out otherwise is read as a whole. A
 * document that ends before its end is told of after its last record. Throws `unreadable`.
 */
export async function* readLibraryJson(lines: AsyncIterable<string>): AsyncGenerator<LibraryRecord, void> {
  let isOpen = false;
  let isOver = false;
  let other: string[] | undefined;
  for await (const line of lines) {
    if (other !== undefined) other.push(line);
    else if (!isOpen) {
      isOpen = isOwnHead(line);
      if (!isOpen) other = [line];
    } else if (line.startsWith(']')) isOver = true;
    else if (line.trim() !== '') yield toRecord(parsed(line.endsWith(',') ? line.slice(0, -1) : line));
  }
  if (other !== undefined) yield* readWhole(other.join('\n'));
  else if (!isOver) throw damaged('it ends before its end, so some articles may be missing');
}

function isOwnHead(line: string): boolean {
  if (!line.endsWith('"records":[')) return false;
  checkHead(parsed(`${line.replace(/^\ufeff/, '')}]}`));
  return true;
}

function* readWhole(text: string): Generator<LibraryRecord, void> {
  const document = parsed(text.replace(/^\ufeff/, ''));
  checkHead(document);
  const { records } = v.parse(v.looseObject({ records: v.optional(v.array(v.unknown()), []) }), document);
  for (const record of records) yield toRecord(record);
}

function checkHead(document: unknown): void {
  const head = v.safeParse(headSchema, document);
  if (!head.success) throw damaged('it is not a library that Layover exported');
  if (head.output.version > VERSION) {
    throw new AppError(
      'unreadable',
      'This file was made by a newer Layover. Nothing was changed; restore it with that version.',
    );
  }
}

function toRecord(json: unknown): LibraryRecord {
  const result = v.safeParse(recordSchema, json);
  if (!result.success) throw damaged('a line of it is no article and no picture');
  return result.output;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged('it is cut off or damaged', cause);
  }
}

function damaged(how: string, cause?: unknown): AppError {
  return new AppError(
    'unreadable',
    `This file cannot be read whole: ${how}. What was in the library before is as it was.`,
    { cause },
  );
}
