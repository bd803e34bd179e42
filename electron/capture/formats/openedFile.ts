// What goes into the opening of a saved file and what comes out of it: its documents, and the parts that lie in it.
import type { StatedFacts } from '#contract/article.ts';

/** The formats that are opened in a worker. `page-folder` is a page with its folder of parts, packed by `readFromDisk`. */
export type FileFormat = 'mhtml' | 'single-file' | 'page-folder' | 'zip' | 'webarchive' | 'epub' | 'pdf';

/** A file to be opened. */
export interface FileInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: FileFormat;
}

/** A picture that lies in the file itself. The type is what the file claims; it decides nothing. */
export interface EmbeddedResource {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** One document of a file, decoded. */
export interface FileDocument {
  /** `content` is HTML that is content from its first word to its last, such as a chapter. */
  readonly kind: 'html' | 'text' | 'content';
  readonly text: string;
  /** Absolute http(s) address it was taken from, as the file says. */
  readonly address: string | null;
  readonly facts: StatedFacts;
  /** Its name in a file of several documents; `null` when it is the only one. Once the file is opened, as in `Article.part`. */
  readonly part: string | null;
  /** The bytes it was decoded from when they are to be kept instead of the whole file's. */
  readonly original: {
    readonly bytes: Uint8Array;
    readonly mediaType: string;
    readonly encoding: string | null;
  } | null;
}

/** An opened file. */
export interface OpenedFile {
  /** In reading order; at least one. */
  readonly documents: readonly FileDocument[];
  /** By absolute http(s) address, or by `cid:` and the part's name in the file (after RFC 2392) when it has no address on the web. */
  readonly resources: ReadonlyMap<string, EmbeddedResource>;
  readonly mediaType: string;
  /** Encoding of the file when it is text as a whole. */
  readonly encoding: string | null;
}
