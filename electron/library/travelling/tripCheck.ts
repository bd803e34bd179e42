// An article of a trip in; out whether it will work without a network, with what was counted. It is opened where there is a window for it;
// without one only its files are compared with what was saved, and nothing is ever called ready.
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError, toErrorReport, type ErrorReport } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { measuredLook } from '#contract/measuredPage.ts';
import type { CheckEvidence, CheckResult, TripId, TripItem } from '#contract/trip.ts';
import { canonicalAddress } from '../../capture/address.ts';
import { isCutOff } from '../../capture/cutOffPicture.ts';
import { countWords } from '../../extract/plainText.ts';
import { isPartial } from '../saving/pictureGaps.ts';
import { asksToSignIn } from '../saving/signInCopy.ts';
import type { DamagedFiles } from '../../store/damagedFiles.ts';
import type { Library } from '../../store/library.ts';
import type { Measured, MeasurePages, PageMeasurer } from '../../trips/measuring.ts';
import { shownWords } from '../../trips/shownWords.ts';
import { judge } from '../../trips/verdict.ts';

/** What checking takes. */
export interface TripCheckOptions {
  readonly library: Pick<
    Library,
    'article' | 'text' | 'original' | 'damagedFiles' | 'saves' | 'settings' | 'trips' | 'isReadOnly'
  >;
  readonly markOf: (id: ArticleId) => Promise<string | undefined>;
  /** Writes down which stored pictures of an article, by their files, are cut off. */
  readonly noteCutOff: (article: Article, files: ReadonlySet<string>) => Promise<void>;
  /** `undefined` where there is no window. */
  readonly measurePages: MeasurePages | undefined;
  readonly now: () => Date;
}

/** Checks of many items. */
export interface ItemChecks {
  /** `null` where nothing can be said of it, as when nothing could be opened and its files are whole, or when it changed meanwhile. */
  check(trip: TripId, item: TripItem, signal: AbortSignal): Promise<CheckResult | null>;
  /** Must follow. */
  close(): Promise<void>;
}

/** What was found of one article, with the mark that all of it had before and after. */
interface Look {
  readonly result: Omit<CheckResult, 'key' | 'checked' | 'mark'> | null;
  readonly picture: Uint8Array | null;
}

const MOST_NAMED = 20;
/** An article that is saved anew while it is looked at, or of which something is written down, is looked at once more. */
const LOOKS = 3;

/** Makes the way to such checks. */
export function createTripChecks(options: TripCheckOptions): () => ItemChecks {
  return () => {
    const measurer = options.measurePages?.open();
    return {
      check: (trip, item, signal) => checkItem(trip, item, signal, measurer, options),
      close: async () => measurer?.close(),
    };
  };
}

async function checkItem(
  trip: TripId,
  item: TripItem,
  signal: AbortSignal,
  measurer: PageMeasurer | undefined,
  options: TripCheckOptions,
): Promise<CheckResult | null> {
  const { markOf } = options;
  const [key, checked] = [item.key, options.now().toISOString()];
  for (let look = 0; look < LOOKS && !signal.aborted; look += 1) {
    const mark = item.articleId === null ? undefined : await markOf(item.articleId);
    if (item.articleId === null || mark === undefined) return { ...notFetched(item, options), key, checked, mark: '' };
    const { result, picture } = await lookAt(item.articleId, signal, measurer, options);
    if ((await markOf(item.articleId)) !== mark) continue;
    if (result === null) return null;
    return { ...(await withPicture(result, picture, { trip, key }, options)), key, checked, mark };
  }
  return null;
}

function notFetched({ url }: TripItem, { library, measurePages }: TripCheckOptions): NonNullable<Look['result']> {
  const address = url === null ? undefined : canonicalAddress(url);
  const failures = library.saves.list().flatMap(({ source, save: { progress } }): readonly ErrorReport[] => {
    const isIt = source.from === 'address' && canonicalAddress(source.address) === address;
    return isIt && 'error' in progress ? [progress.error] : [];
  });
  const problem = failures.at(-1) ?? null;
  const status = problem?.code === 'sign-in' ? 'needsSignIn' : 'notFetched';
  return { status, missingImages: 0, evidence: null, problem, way: measurePages === undefined ? 'files' : 'opened' };
}

async function lookAt(
  id: ArticleId,
  signal: AbortSignal,
  measurer: PageMeasurer | undefined,
  options: TripCheckOptions,
): Promise<Look> {
  const { library } = options;
  const way = measurer === undefined ? 'files' : 'opened';
  try {
    const article = await library.article(id);
    const damaged = await library.damagedFiles(id, isCutOff);
    const unknown = article.images.filter((image) => damaged.cutOff.includes(image.file) && !isPartial(image, article));
    // Nothing is written over a content that is not as it was saved.
    if (unknown.length > 0 && damaged.parts.length === 0 && !library.isReadOnly) {
      await options.noteCutOff(article, new Set(unknown.map(({ file }) => file)));
      // What is written down is looked at again.
      return { result: null, picture: null };
    }
    const text = damaged.parts.includes('content.txt') ? '' : await library.text(id);
    const opened = measurer === undefined ? NOT_OPENED : await open(article, measurer, signal, options);
    const evidence = evidenceOf(article, text, damaged, opened.measured);
    const lost = [...damaged.pictures, ...damaged.cutOff];
    const images = article.images.filter((image) => lost.includes(image.file) && !isPartial(image, article));
    const verdict = judge({
      report: article.report,
      evidence,
      way,
      damagedParts: opened.measured?.page.lacksComments === true ? [...damaged.parts, 'comments.html'] : damaged.parts,
      lostPictures: article.report.missing.length + images.length,
      hasParts: hasParts(article, damaged, opened.measured),
      strayPictures: straysOf(article, opened.measured),
      refused: opened.measured?.refused ?? [],
      isSignInPage: await asksToSignIn(article, text, library),
      isUnchanged: !signal.aborted,
      failure: opened.failure,
    });
    const picture = opened.measured?.picture ?? null;
    const isSeen = opened.measured !== undefined;
    return { result: verdict && { ...verdict, evidence: isSeen ? evidence : null, way }, picture };
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    const problem = toErrorReport(failure);
    return { result: { status: 'broken', missingImages: 0, evidence: null, problem, way }, picture: null };
  }
}

interface Opening {
  readonly measured: Measured | undefined;
  readonly failure: ErrorReport | null;
}

const NOT_OPENED: Opening = { measured: undefined, failure: null };
const NO_ARTICLE: ErrorReport = {
  code: 'unreadable',
  message: 'The article could not be opened. Save it again to have it whole.',
  detail: detail('notOpened'),
};

async function open(
  { id, look }: Article,
  measurer: PageMeasurer,
  signal: AbortSignal,
  { library }: TripCheckOptions,
): Promise<Opening> {
  try {
    const measured = await measurer.measure(id, measuredLook(library.settings(), look), signal);
    return { measured, failure: measured.page.isArticle ? null : NO_ARTICLE };
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    return { measured: undefined, failure: toErrorReport(failure) };
  }
}

function evidenceOf(
  article: Article,
  text: string,
  damaged: DamagedFiles,
  measured: Measured | undefined,
): CheckEvidence {
  const { report, lang } = article;
  const words = countWords(text, lang);
  const images = article.images.filter((image) => !isPartial(image, article) && !damaged.cutOff.includes(image.file));
  const shown = new Map(measured?.page.pictures.map((picture) => [picture.path, picture]));
  const drawn = images.filter(
    ({ file }) => shown.get(pathOf(file))?.isShown === true && !damaged.pictures.includes(file),
  );
  const posters = measured?.page.pictures.filter(({ isPoster }) => isPoster) ?? [];
  return {
    words,
    wordsShown: measured === undefined ? 0 : shownWords(words, text, measured.page.text),
    pictures: Math.max(report.imagesFound, images.length + report.missing.length),
    picturesShown: drawn.length,
    posters: posters.length,
    postersShown: posters.filter(({ isShown }) => isShown).length,
    failedFonts: measured?.page.failedFonts.slice(0, MOST_NAMED) ?? [],
    missingGlyphs: measured?.page.missingGlyphs.slice(0, MOST_NAMED) ?? [],
    damaged: [...damaged.parts, ...damaged.pictures].slice(0, MOST_NAMED),
    picture: null,
  };
}

/** Whether a picture is shown of which only a part is here. */
function hasParts(article: Article, damaged: DamagedFiles, measured: Measured | undefined): boolean {
  const parts = article.images.filter((image) => isPartial(image, article) || damaged.cutOff.includes(image.file));
  const shown = new Set(measured?.page.pictures.flatMap(({ path, isShown }) => (isShown ? [path] : [])));
  return parts.some(({ file }) => shown.has(pathOf(file)) && !damaged.pictures.includes(file));
}

/** Pictures of the document that the article does not name: they are another article's, or come from nowhere. */
function straysOf({ images }: Article, measured: Measured | undefined): number {
  const own = new Set(images.map(({ file }) => pathOf(file)));
  return measured?.page.pictures.filter(({ path }) => !own.has(path)).length ?? 0;
}

/** Where a stored picture is found from the document of an article. */
function pathOf(file: string): string {
  return `/assets/${file}`;
}

/** Keeps the picture; a result without one is as good. */
async function withPicture(
  result: NonNullable<Look['result']>,
  picture: Uint8Array | null,
  { trip, key }: { readonly trip: TripId; readonly key: string },
  { library }: TripCheckOptions,
): Promise<NonNullable<Look['result']>> {
  if (picture === null || result.evidence === null || library.isReadOnly) return result;
  const name = await library.trips.putPicture(trip, key, picture);
  return { ...result, evidence: { ...result.evidence, picture: `/trip/${trip}/picture/${name}` } };
}
