// What lies over the window at this moment: the palette, the save dialog, the saves under way, what is known of an article or its copies,
// the tags of articles, never two of them.
import { create } from 'zustand';
import type { ArticleId } from '#contract/article.ts';
import type { BulkFailure } from '#contract/bulk.ts';
import type { Pasted } from '../saving/sources.ts';

/** The state of what lies over the window. */
export interface Overlays {
  readonly open:
    | 'nothing'
    | 'lookup'
    | 'image'
    | 'palette'
    | 'help'
    | 'save'
    | 'saves'
    | 'details'
    | 'versions'
    | 'tags'
    | 'failures'
    | 'import'
    | 'export'
    | 'follow'
    | 'take'
    | 'firstSteps'
    | 'diagnostics';
  /** What the save dialog starts with. */
  readonly draft: Pasted;
  /** The article whose details or copies are shown. */
  readonly article: ArticleId | null;
  /** Rows of the articles whose tags are shown. */
  readonly rows: readonly number[];
  /** The articles that are taken on a trip. */
  readonly articles: readonly ArticleId[];
  /** What could not be changed of many articles. */
  readonly failures: readonly BulkFailure[];
}

const EMPTY: Pasted = { text: '', html: null };

const NOTHING: Overlays = { open: 'nothing', draft: EMPTY, article: null, rows: [], articles: [], failures: [] };

/** What is open. */
export const useOverlays = create<Overlays>()(() => NOTHING);

/** Opens the palette. */
export function openPalette(): void {
  useOverlays.setState({ open: 'palette' });
}

/** Opens the sheet of all keys. */
export function openHelp(): void {
  useOverlays.setState({ open: 'help' });
}

/** Opens the save dialog, with what was pasted if anything. */
export function openSaveDialog(draft: Pasted = EMPTY): void {
  useOverlays.setState({ open: 'save', draft });
}

/** Opens the dialog that follows sites, with an address if one is known. */
export function openFollow(address = ''): void {
  useOverlays.setState({ open: 'follow', draft: { text: address, html: null } });
}

/** Opens the list of saves. */
export function openSaves(): void {
  useOverlays.setState({ open: 'saves' });
}

/** Opens what is known of how complete an article is. */
export function openDetails(article: ArticleId): void {
  useOverlays.setState({ open: 'details', article });
}

/** Opens the copies of an article. */
export function openVersions(article: ArticleId): void {
  useOverlays.setState({ open: 'versions', article });
}

/** Opens the tags of articles, to be added to and taken from. */
export function openTags(rows: readonly number[]): void {
  if (rows.length > 0) useOverlays.setState({ open: 'tags', rows });
}

/** Opens the trips that articles can be taken on. */
export function openTake(articles: readonly ArticleId[]): void {
  if (articles.length > 0) useOverlays.setState({ open: 'take', articles });
}

/** Opens what can be exported. */
export function openExport(): void {
  useOverlays.setState({ open: 'export' });
}

/** Opens the list of what could not be changed. */
export function openBulkFailures(failures: readonly BulkFailure[]): void {
  useOverlays.setState({ open: 'failures', failures });
}

/** Opens what brings other programs' libraries along. */
export function openImport(): void {
  useOverlays.setState({ open: 'import' });
}

/** Opens the first steps. */
export function openFirstSteps(): void {
  useOverlays.setState({ open: 'firstSteps' });
}

/** Opens what is known of the program, to be copied. */
export function openDiagnostics(): void {
  useOverlays.setState({ open: 'diagnostics' });
}

/** Closes whichever is open. */
export function closeOverlay(): void {
  useOverlays.setState(NOTHING);
}
