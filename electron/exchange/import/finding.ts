// The forms in which what is in an export is handed on: first as a reader of one format finds it, then as all others get it.
import type { ImportFormat, ImportRow, ImportSkip, ImportedBody } from '#contract/imports.ts';

/** What reading files yields, in the order of the files and of the rows in them. */
export type ImportFinding =
  /** A file, or a part of an archive, was recognised; its rows follow. Of `layover` none follow: that is read by the room that wrote it. */
  | { readonly kind: 'file'; readonly file: string; readonly format: ImportFormat }
  | { readonly kind: 'row'; readonly format: ImportFormat; readonly row: ImportRow }
  /** A row that was done before. */
  | { readonly kind: 'passed' }
  /** A feed that the files name; the address is http(s), and may come several times. */
  | {
      readonly kind: 'feed';
      readonly file: string;
      readonly address: string;
      readonly title: string | null;
      /** Names of the folders around it, outermost first. */
      readonly folders: readonly string[];
    }
  /** Nothing we know, or nothing that can be opened; then `reason` says why, in words for the person. */
  | { readonly kind: 'unknown'; readonly file: string; readonly reason: string | null };

/** A highlight as an export has it. */
export interface HighlightDraft {
  readonly quote: string | null;
  readonly note?: string | null;
  readonly tags?: readonly string[];
  readonly color?: string | null;
  readonly created?: RawDate;
}

/** A date as an export has it: a number in an unknown unit or a text; `null` when there is none. */
export type RawDate = string | number | null;

/** An item as an export has it, nothing checked. What is left out, the export does not tell. */
export interface ItemDraft {
  readonly kind: 'item';
  readonly row: number;
  readonly address: string | null;
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly siteName?: string | null;
  readonly lang?: string | null;
  readonly excerpt?: string | null;
  readonly published?: RawDate;
  readonly saved?: RawDate;
  readonly tags?: readonly string[];
  /** Folders it lies in, each as the names from the outermost on. */
  readonly folders?: readonly (readonly string[])[];
  readonly starred?: boolean;
  readonly archived?: boolean;
  /** 0 to 1. */
  readonly progress?: number | null;
  readonly note?: string | null;
  readonly highlights?: readonly HighlightDraft[];
  readonly body?: ImportedBody | null;
}

/** What a reader of one format yields. */
export type Draft =
  | ItemDraft
  | { readonly kind: 'skip'; readonly row: number; readonly label: string; readonly skip: ImportSkip }
  | {
      readonly kind: 'feed';
      readonly address: string;
      readonly title: string | null;
      readonly folders: readonly string[];
    };
