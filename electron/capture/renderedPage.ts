// A page as a browser shows it, made into a document like any other that was captured. The browser itself is the shell's.
import type { Captured } from './captureSource.ts';
import type { OpenFile } from './formats/fileOpener.ts';

/** What a browser saw, with its pictures: an MHTML document (RFC 2557). */
export interface RenderedPage {
  readonly bytes: Uint8Array;
  /** Where it ended up. */
  readonly address: string;
}

/** Opens an address in a browser that nobody sees and answers what it shows. Throws `AppError`: `timeout`, `network`, `too-large`, `unreadable`, `cancelled`. */
export type RenderPage = (
  address: string,
  options: { readonly privateHost: string | null; readonly signal: AbortSignal },
) => Promise<RenderedPage>;

/** Takes a rendered page for the page that was captured plainly. Throws as `OpenFile` does. */
export async function captureRendered(
  plain: Captured,
  { bytes, address }: RenderedPage,
  { openFile, signal }: { readonly openFile: OpenFile; readonly signal: AbortSignal },
): Promise<Captured> {
  const opened = await openFile({ name: '', bytes, format: 'mhtml' }, signal);
  const [document] = opened.documents;
  if (document === undefined) return plain;
  const { original, ...rest } = document;
  return {
    ...plain,
    ...rest,
    address,
    part: null,
    original: original ?? { bytes, mediaType: opened.mediaType, encoding: opened.encoding },
    resources: opened.resources,
  };
}
