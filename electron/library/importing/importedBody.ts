// An item of another program's export that brings its text along in; its article in the library out. Nothing is asked of the network here, so
// thousands of them are kept in minutes and dead pages as well; its pictures are asked for afterwards.
import { createHash } from 'node:crypto';
import type { Article, StatedFacts } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { ImportedBody, ImportedItem } from '#contract/imports.ts';
import { copyToKeep } from '../saving/articleDraft.ts';
import type { Captured } from '../../capture/captureSource.ts';
import { captureSource, fetchImages } from '../../capture/onDemand.ts';
import type { OpenFile } from '../../capture/formats/fileOpener.ts';
import { partKey } from '../saving/articleKeys.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import type { Library } from '../../store/library.ts';

/** What keeping a body takes. */
export interface BodyTools {
  readonly library: Library;
  readonly pool: ExtractPool;
  readonly openFile: OpenFile;
  readonly signal: AbortSignal;
  /** What is made of the article from its begin. */
  readonly mark: (article: Article) => Article;
}

/** The key by which an item is found again that has no address. */
export function bodyKey(body: ImportedBody): string {
  return partKey(hashOf(body));
}

/** Keeps it; a file of several documents gives several articles. Throws `AppError`, such as `no-content`; the library is then as it was. */
export async function keepBody(item: ImportedItem, body: ImportedBody, tools: BodyTools): Promise<readonly Article[]> {
  const kept: Article[] = [];
  for (const captured of await captureBody(item, body, tools)) kept.push(await keepCaptured(captured, tools));
  return kept;
}

async function captureBody(
  item: ImportedItem,
  body: ImportedBody,
  { signal, openFile }: BodyTools,
): Promise<readonly Captured[]> {
  const facts = factsOf(item);
  if (body.kind === 'html') {
    const bytes = Buffer.from(body.html, 'utf8');
    return [
      {
        // An export keeps what was content already; a whole document is told by its head.
        kind: /<(?:head|title|body)[\s>]/i.test(body.html) ? 'html' : 'content',
        text: body.html,
        address: item.address,
        fileName: null,
        source: item.address,
        privateHost: null,
        original: { bytes, mediaType: 'text/html', encoding: 'utf-8' },
        facts,
        part: item.address === null ? hashOf(body) : null,
        resources: new Map(),
        cookies: null,
      },
    ];
  }
  const { name, bytes } = body;
  const documents = await captureSource({ from: 'file', name, bytes }, { signal, openFile, report: () => undefined });
  const [only] = documents;
  if (only === undefined || documents.length > 1) return documents;
  const address = item.address ?? only.address;
  const part = only.part ?? (address === null ? hashOf(body) : null);
  return [{ ...only, address, part, facts: { ...only.facts, ...facts } }];
}

async function keepCaptured(captured: Captured, { library, pool, signal, mark }: BodyTools): Promise<Article> {
  const { kind, text, address, fileName, facts } = captured;
  const extraction = await pool.extract({ kind, text, address, fileName, facts }, signal);
  const outcomes = await fetchImages(extraction.images, {
    referer: null,
    privateHost: null,
    embedded: captured.resources,
    isEmbeddedOnly: true,
    signal,
    store: (bytes, image) => library.putAsset(bytes, image.mediaType),
  });
  const whole = { extraction, furtherPages: [], missingPages: null };
  const known = { foundIn: null, siteIcon: null, outcomes, rendered: false };
  const { draft, files } = await copyToKeep(whole, captured, known, { library, pool, signal });
  if (signal.aborted) throw new AppError('cancelled', 'Cancelled. What was kept until then stays.');
  return library.add({ ...draft, canonicalUrl: draft.canonicalUrl ?? address }, files, mark);
}

/** What the export states counts before what the text says of itself. */
function factsOf({ title, byline, siteName, lang, excerpt, published }: ImportedItem): StatedFacts {
  return {
    ...(title === null ? {} : { title }),
    ...(byline === null ? {} : { byline }),
    ...(siteName === null ? {} : { siteName }),
    ...(lang === null ? {} : { lang }),
    ...(excerpt === null ? {} : { excerpt }),
    ...(published === null ? {} : { published }),
  };
}

function hashOf(body: ImportedBody): string {
  return createHash('sha256')
    .update(body.kind === 'html' ? body.html : body.bytes)
    .digest('hex');
}
