// A captured page in; its whole article out. A page that a script builds has no article before the script has run: then a browser opens it.
import { AppError } from '#contract/errors.ts';
import type { SaveState } from '#contract/save.ts';
import type { Captured } from '../../capture/captureSource.ts';
import type { Network } from '../../capture/connections.ts';
import type { OpenFile } from '../../capture/formats/fileOpener.ts';
import { captureRendered, type RenderPage } from '../../capture/renderedPage.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import { followPages, type WholeArticle } from './followPages.ts';

/** What finding the whole article takes. */
export interface WholeTools {
  readonly pool: ExtractPool;
  readonly openFile: OpenFile;
  /** `undefined` where there is no browser, as in a terminal. */
  readonly renderPage: RenderPage | undefined;
  readonly signal: AbortSignal;
  readonly report: (state: SaveState) => void;
  readonly network?: Network | undefined;
}

/** An article with the document it was found in. */
export interface Found {
  readonly captured: Captured;
  readonly whole: WholeArticle;
  /** Whether a browser built that document. */
  readonly rendered: boolean;
}

/** An article of fewer words on a page with scripts may be all that is there without them. */
const FEW_WORDS = 80;

/** Throws `AppError` as `followPages` does for the page as it came, when a browser does not find more in it. */
export async function findWholeArticle(captured: Captured, tools: WholeTools): Promise<Found> {
  const { renderPage, signal, report } = tools;
  const plain = await followPages(captured, tools).catch((failure: unknown) => {
    if (failure instanceof AppError && failure.code === 'no-content') return failure;
    throw failure;
  });
  const isPoor = plain instanceof AppError || plain.extraction.words < FEW_WORDS;
  if (renderPage !== undefined && isPoor && captured.address !== null && mayBuildItself(captured)) {
    report({ state: 'rendering' });
    const better = await render(captured, renderPage, tools).catch((failure: unknown) => {
      if (signal.aborted || !(failure instanceof AppError) || failure.code === 'cancelled') throw failure;
      // What the browser could not do is not the reason why there is no article.
      return undefined;
    });
    const words = plain instanceof AppError ? 0 : plain.extraction.words;
    if (better !== undefined && better.whole.extraction.words > words) return better;
  }
  if (plain instanceof AppError) throw plain;
  return { captured, whole: plain, rendered: false };
}

async function render(captured: Captured, renderPage: RenderPage, tools: WholeTools): Promise<Found> {
  const { privateHost, address } = captured;
  const rendered = await captureRendered(
    captured,
    await renderPage(address ?? '', { privateHost, signal: tools.signal }),
    tools,
  );
  return { captured: rendered, whole: await followPages(rendered, tools), rendered: true };
}

/** What a file holds, and what was pasted, was in a browser already. */
function mayBuildItself({ kind, text, source, original }: Captured): boolean {
  const isFromWeb = source !== null && /^https?:/i.test(source) && original.mediaType === 'text/html';
  return isFromWeb && kind === 'html' && /<script[\s>]/i.test(text);
}
