// An entry of a feed in; its page, or where that cannot be had what the feed itself has of it, out.
import type { EntrySource } from '#contract/save.ts';
import { AppError } from '#contract/errors.ts';
import type { Captured, CaptureTools } from '../../capture/captureSource.ts';
import { captureSource } from '../../capture/onDemand.ts';

/** What a feed has of one of its entries. */
export interface FeedCopy {
  readonly html: string;
  readonly title: string;
  readonly byline: string | null;
  readonly siteName: string;
  readonly excerpt: string | null;
  readonly published: string | null;
  readonly updated: string | null;
}

/**
 * Gets it, and from no private host, whoever named it. What may pass by itself, such as a missing network, is thrown and not
 * answered with the feed's copy. Throws whatever capturing throws when the feed has nothing.
 */
export async function captureEntry(
  source: EntrySource,
  tools: CaptureTools,
  copyOf: (source: EntrySource) => Promise<FeedCopy | undefined>,
): Promise<readonly Captured[]> {
  const { address } = source;
  if (address === '') {
    const copy = await copyOf(source);
    if (copy === undefined) throw nothingThere();
    return [captured(copy, null)];
  }
  try {
    return await captureSource({ from: 'address', address }, tools);
  } catch (failure) {
    if (!(failure instanceof AppError) || failure.code === 'cancelled' || failure.outlook !== undefined) throw failure;
    const copy = await copyOf(source);
    if (copy === undefined) throw failure;
    return [captured(copy, address)];
  }
}

function captured({ html, ...facts }: FeedCopy, address: string | null): Captured {
  const bytes = Buffer.from(html, 'utf8');
  return {
    kind: 'content',
    text: html,
    address,
    fileName: null,
    source: address,
    privateHost: null,
    original: { bytes, mediaType: 'text/html', encoding: 'utf-8' },
    facts,
    part: null,
    resources: new Map(),
    cookies: null,
  };
}

function nothingThere(): AppError {
  return new AppError(
    'no-content',
    'This entry of a feed has neither an address nor a text of its own, so there is nothing to save. The entry itself is safe.',
  );
}
