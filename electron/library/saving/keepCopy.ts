// What was captured in; the article in the library out: as a new one, as the newer copy of one that is there, or beside it when the newer
// copy looks worse. No copy that a person has is lost by saving it again.
import type { Article, ArticleId, FoundIn } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { ImportedMarks } from '#contract/imports.ts';
import type { Portion, SaveOutcome, SaveState } from '#contract/save.ts';
import {
  copyToKeep,
  isOtherText,
  looksWorse,
  refuseFewerPages,
  withOldPictures,
  type CopyToKeep,
} from './articleDraft.ts';
import { canonicalAddress } from '../../capture/address.ts';
import type { Captured } from '../../capture/captureSource.ts';
import type { Network } from '../../capture/connections.ts';
import { fetchImages } from '../../capture/onDemand.ts';
import { withinPortion } from '../../capture/portionLimits.ts';
import type { OpenFile } from '../../capture/formats/fileOpener.ts';
import type { RenderPage } from '../../capture/renderedPage.ts';
import type { Extraction } from '../../extract/extraction.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import type { Library } from '../../store/library.ts';
import { ifThere } from '../ifThere.ts';
import { withOlderPosts } from './olderPosts.ts';
import type { SiteIcons } from './siteIcons.ts';
import { asksToSignIn } from './signInCopy.ts';
import { findWholeArticle } from './wholeArticle.ts';

/** What keeping an article needs. */
export interface KeepTools {
  readonly library: Library;
  readonly pool: ExtractPool;
  readonly siteIcons: SiteIcons;
  readonly openFile: OpenFile;
  readonly renderPage: RenderPage | undefined;
  readonly network: Network;
  /** The article that is known under an address. */
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
  /** The article that is known as a part of a saved file. */
  readonly savedAs: (part: string) => Promise<ArticleId | undefined>;
  /** What is made of an article that is saved for the first time. */
  readonly mark: (article: Article, imported: ImportedMarks | undefined) => Article;
}

/** How one save goes on. */
export interface KeepJob {
  readonly foundIn: FoundIn | null;
  /** What came with it from another program. */
  readonly imported?: ImportedMarks | undefined;
  /** All of it unless said. */
  readonly portion?: Portion | undefined;
  readonly signal: AbortSignal;
  readonly report: (state: SaveState) => void;
}

/** What became of what was captured. */
export interface Kept {
  readonly article: Article;
  readonly outcome: SaveOutcome;
}

/** Extracts, fetches the pictures and stores. Throws `AppError`; the library is then as it was. */
export async function keepCopy(
  plain: Captured,
  { foundIn, imported, portion, signal, report }: KeepJob,
  tools: KeepTools,
): Promise<Kept> {
  const { library, pool } = tools;
  report({ state: 'extracting' });
  await refuseLaterPage(plain.address, tools);
  const { captured, whole, rendered } = await findWholeArticle(plain, { ...tools, signal, report });
  const { extraction } = whole;
  const old = await findOld(captured, extraction, tools);
  const fetched = await fetchImages(extraction.images, {
    referer: captured.address,
    privateHost: captured.privateHost,
    embedded: captured.resources,
    cookies: captured.cookies,
    ...withinPortion(portion),
    signal,
    network: tools.network,
    onProgress: (done, total) => report({ state: 'images', done, total }),
    store: (bytes, image) => library.putAsset(bytes, image.mediaType),
  });
  const outcomes = old === undefined ? fetched : await withOldPictures(fetched, old, (file) => library.assetFile(file));
  const siteIcon = (await tools.siteIcons.obtain(captured, extraction.icon, signal)) ?? old?.siteIcon ?? null;
  const known = { foundIn: foundIn ?? old?.foundIn ?? null, siteIcon, outcomes, rendered };
  const copy = await copyToKeep(whole, captured, known, { library, pool, signal });
  if (old === undefined) {
    const mark = (article: Article): Article => tools.mark(article, imported);
    return { article: await library.add(copy.draft, copy.files, mark), outcome: 'added' };
  }
  return replace(old, copy, library);
}

/**
 * The article that this is a newer copy of: the one of the same address or part of a file, or else the one whose address the page states
 * as its own, as a mobile page does. A page that states the address of quite another text is not that article.
 */
async function findOld(
  { address, source, part }: Captured,
  { canonicalUrl, textContent }: Pick<Extraction, 'canonicalUrl' | 'textContent'>,
  { library, savedAt, savedAs }: KeepTools,
): Promise<Article | undefined> {
  const same =
    (address === null ? undefined : await savedAt(address)) ??
    (source === null ? undefined : await savedAt(source)) ??
    (part === null ? undefined : await savedAs(part));
  if (same !== undefined) return library.article(same);
  const stated = canonicalUrl === null ? undefined : await savedAt(canonicalUrl);
  if (stated === undefined || isOtherText(await library.text(stated), textContent)) return undefined;
  return library.article(stated);
}

async function replace(old: Article, { draft, files }: CopyToKeep, library: Library): Promise<Kept> {
  refuseFewerPages(old, draft, files.furtherPages.length);
  const oldText = await ifThere(library.text(old.id));
  // What is lost, or asks to sign in, is no copy that could be better.
  if (oldText === undefined || (await asksToSignIn(old, oldText, library))) {
    return { article: await library.replace(old.id, draft, files), outcome: 'refreshed' };
  }
  const isSame = oldText === files.text;
  if (
    !isSame &&
    looksWorse({ words: old.report.words, text: oldText }, { words: draft.report.words, text: files.text })
  ) {
    const [latest] = await library.versions(old.id);
    const isHeld =
      latest !== undefined &&
      latest.saved > old.saved &&
      (await library.versionText(old.id, latest.saved)) === files.text;
    if (!isHeld) await library.hold(old.id, draft, files);
    return { article: old, outcome: 'held' };
  }
  if (!isSame) await library.keepVersion(old.id);
  const relatedLists = withOlderPosts(draft.relatedLists, old.relatedLists);
  const article = await library.replace(old.id, { ...draft, relatedLists }, files);
  return { article, outcome: isSame ? 'unchanged' : 'refreshed' };
}

/** Saving a part again must not take the place of the whole. */
async function refuseLaterPage(address: string | null, { library, savedAt }: KeepTools): Promise<void> {
  const found = address === null ? undefined : await savedAt(address);
  const whole = found === undefined ? undefined : await library.article(found);
  if (address === null || whole === undefined) return;
  if (whole.furtherPages.some((page) => canonicalAddress(page.address) === canonicalAddress(address))) {
    throw new AppError(
      'bad-input',
      `This is a later page of “${whole.title}”, which you have. Your copy was kept as it is; to refresh it, save its first page.`,
    );
  }
}
