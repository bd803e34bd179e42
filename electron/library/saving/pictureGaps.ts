// An article that lacks pictures in, the same with what could be fetched of them out; and one whose pictures were lost from the disk in,
// the same with an honest report out. The text is never touched, and no picture that is there is asked for again.
import type { Article, MissingImage, StoredImage } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { Portion, SaveState } from '#contract/save.ts';
import type { Network } from '../../capture/connections.ts';
import { CUT_OFF } from '../../capture/cutOffPicture.ts';
import type { ImageOutcome } from '../../capture/fetchImages.ts';
import { fetchImages } from '../../capture/onDemand.ts';
import { withinPortion } from '../../capture/portionLimits.ts';
import type { ImagePlace } from '../../extract/extraction.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import type { Library } from '../../store/library.ts';

/** What is needed to see to an article's pictures. Nothing is written over content that is damaged: the damage would look whole then. */
export interface GapTools {
  readonly library: Pick<Library, 'content' | 'isContentAsSaved' | 'amend' | 'putAsset' | 'assetNames'>;
  readonly pool: Pick<ExtractPool, 'placeImages'>;
}

/** What is on the way already when a picture turns out to be too large: about what a connection sends before it is answered (RFC 6928, and room). */
export const REFUSED_BYTES = 64 * 1024;

/** After so many pictures what came is written down. */
const AT_A_TIME = 12;

/** What is there of one that was asked for: all of it, or a part. */
export function pictureOf(outcome: ImageOutcome): StoredImage | undefined {
  return 'stored' in outcome ? outcome.stored : outcome.partial;
}

/** Where it is found from an article's content, or why it is not. What is there in part names its address, for it is asked for again. */
export function placeOfOutcome(outcome: ImageOutcome): ImagePlace {
  const picture = pictureOf(outcome);
  if (picture === undefined) return { missing: 'missing' in outcome ? outcome.missing.reason : '' };
  return 'stored' in outcome ? placeOf(picture) : { ...placeOf(picture), address: outcome.url };
}

function placeOf({ file, width, height }: StoredImage): { src: string; width: number; height: number } {
  return { src: pathOf(file), width, height };
}

function pathOf(file: string): string {
  return `../../../assets/${file}`;
}

/** Tells whether a stored picture of an article is there in part only: it is then named as missing too. */
export function isPartial({ url }: StoredImage, { report }: Pick<Article, 'report'>): boolean {
  return report.missing.some((gap) => gap.url === url);
}

/** Tells whether fetching missing pictures can mend the content: it must be as it was saved, and say where they belong. */
export async function canFillGaps({ id, report }: Article, { library }: GapTools): Promise<boolean> {
  if (report.missing.length === 0 || report.missingPages !== null || !(await library.isContentAsSaved(id)))
    return false;
  const content = await library.content(id);
  return report.missing.every(({ url }) => content.includes(` data-address="${url.replaceAll('&', '&amp;')}"`));
}

/**
 * Asks once more for the pictures an article lacks and puts in what comes, a few at a time, so that whoever is cut off has those and goes on
 * behind them; the report then says what is still missing, and why. Throws `unreadable` before it asks when the content is damaged.
 */
export async function fillGaps(
  article: Article,
  tools: GapTools & {
    readonly portion?: Portion | undefined;
    readonly signal: AbortSignal;
    readonly report: (state: SaveState) => void;
    /** Its own host where that is a private one that may be asked. */
    readonly privateHost: string | null;
    readonly network: Network;
  },
): Promise<Article> {
  const { library, pool, portion, signal } = tools;
  if (!(await library.isContentAsSaved(article.id)))
    throw new AppError(
      'unreadable',
      'The file of this article is damaged. Nothing was changed; save it again to have it whole.',
    );
  const asked = askedFor(article, await library.content(article.id), portion);
  let bytesLeft = portion?.mostBytes ?? null;
  let amended = article;
  for (let from = 0; from < asked.length; from += AT_A_TIME) {
    const piece = asked.slice(from, from + AT_A_TIME);
    const outcomes = await fetchImages(piece, {
      referer: article.canonicalUrl,
      privateHost: tools.privateHost,
      network: tools.network,
      ...withinPortion({ pictures: 'all', mostBytes: bytesLeft }),
      signal,
      onProgress: (done) => tools.report({ state: 'images', done: from + done, total: asked.length }),
      store: (bytes, image) => library.putAsset(bytes, image.mediaType),
    });
    const had = new Set(amended.images.map(({ url }) => url));
    // Of two parts of a picture the first stays.
    const came = outcomes.filter((outcome) => 'stored' in outcome || !had.has(outcome.url));
    const stored = came.flatMap((outcome) => pictureOf(outcome) ?? []);
    const missing = new Map(outcomes.flatMap((each) => ('missing' in each ? [[each.missing.url, each.missing]] : [])));
    const found = new Set(outcomes.flatMap((each) => ('stored' in each ? [each.url] : [])));
    const places = new Map(came.map((outcome): [string, ImagePlace] => [outcome.url, placeOfOutcome(outcome)]));
    const content = await pool.placeImages(await library.content(article.id), places, signal);
    amended = await library.amend(article.id, content, (latest) => {
      const still = latest.report.missing.flatMap((gap) => (found.has(gap.url) ? [] : [missing.get(gap.url) ?? gap]));
      return withPictures(latest, [...latest.images.filter(({ url }) => !found.has(url)), ...stored], still);
    });
    if (bytesLeft !== null) {
      const received = outcomes.reduce((sum, outcome) => sum + (pictureOf(outcome)?.sizeBytes ?? 0), 0);
      const refused = [...missing.values()].filter(({ code }) => code === 'too-large').length;
      bytesLeft = Math.max(0, bytesLeft - received - refused * REFUSED_BYTES);
    }
  }
  return amended;
}

/** Of missing pictures those that a portion has; posters of films last. */
function askedFor({ report }: Article, content: string, portion: Portion | undefined): readonly string[] {
  if (portion?.pictures === 'none') return [];
  const posters = postersIn(content);
  const addresses = report.missing.map(({ url }) => url);
  const images = addresses.filter((url) => !posters.has(url));
  return portion?.pictures === 'images' ? images : [...images, ...addresses.filter((url) => posters.has(url))];
}

/** Missing pictures that stand for a film or a map; see `addEmbed` in `extract/cleanContent.ts`. In stored HTML no paragraph holds another. */
export function postersIn(content: string): ReadonlySet<string> {
  const embeds = content.match(/<p class="embed">.*?<\/p>/gs) ?? [];
  return new Set(
    embeds.flatMap((embed) =>
      Array.from(embed.matchAll(/ data-address="([^"]*)"/g), ([, address = '']) => address.replaceAll('&amp;', '&')),
    ),
  );
}

/**
 * Looks whether an article's pictures are on the disk, and writes down what was lost; `undefined` when nothing was, or when nothing can be
 * written down because the content is damaged itself.
 */
export async function lookForLost(
  claimed: Article,
  tools: GapTools & { readonly library: Pick<Library, 'assetFile'> },
): Promise<Article | undefined> {
  const found = await Promise.all(claimed.images.map(({ file }) => tools.library.assetFile(file)));
  if (!found.includes(undefined)) return undefined;
  const there = claimed.images.flatMap(({ file }, index) => (found[index] === undefined ? [] : [file]));
  return noteLost(claimed, new Set(there), tools);
}

/** Writes down that stored pictures of an article, by their files, are cut off, so that they are asked for again. They stay where they are. */
export async function noteCutOff(
  article: Article,
  files: ReadonlySet<string>,
  { library, pool }: GapTools,
): Promise<Article> {
  const cut = article.images.filter(({ file }) => files.has(file));
  const places = new Map(
    cut.map((image): [string, ImagePlace] => [pathOf(image.file), { ...placeOf(image), address: image.url }]),
  );
  const content = await pool.placeImages(await library.content(article.id), places);
  const gaps = new Map(
    cut.map(({ url }): [string, MissingImage] => [url, { url, code: 'incomplete', reason: CUT_OFF }]),
  );
  return library.amend(article.id, content, (latest) => withPictures(latest, latest.images, withGaps(latest, gaps)));
}

const LOST = 'Its file is no longer in the library.';

/** Compares what an article claims with the pictures on disk, and writes down what was lost; see `lookForLost`. */
async function noteLost(
  article: Article,
  names: ReadonlySet<string>,
  { library, pool }: GapTools,
): Promise<Article | undefined> {
  const lost = article.images.filter(({ file }) => !names.has(file));
  if (lost.length === 0 || !(await library.isContentAsSaved(article.id))) return undefined;
  const places = new Map(
    lost.map(({ file, url }): [string, ImagePlace] => [pathOf(file), { missing: LOST, address: url }]),
  );
  const content = await pool.placeImages(await library.content(article.id), places);
  const gone = new Set(lost.map(({ file }) => file));
  const gaps = new Map(lost.map(({ url }): [string, MissingImage] => [url, { url, code: 'disk', reason: LOST }]));
  return library.amend(article.id, content, (latest) =>
    withPictures(
      latest,
      latest.images.filter(({ file }) => !gone.has(file)),
      withGaps(latest, gaps),
    ),
  );
}

/** Looks at every article of a library without haste; hands over those whose report had to change. */
export async function noteAllLost(
  articles: AsyncIterable<Article>,
  tools: GapTools,
  changed: (article: Article) => void,
): Promise<void> {
  const names = await tools.library.assetNames();
  for await (const article of articles) {
    // What was saved meanwhile is not in the list that was read.
    if (article.images.every(({ file }) => names.has(file))) continue;
    const fresh = await tools.library.assetNames();
    const noted = await noteLost(article, fresh, tools);
    if (noted !== undefined) changed(noted);
  }
}

function withGaps({ report }: Article, gaps: ReadonlyMap<string, MissingImage>): readonly MissingImage[] {
  return [...report.missing.filter(({ url }) => !gaps.has(url)), ...gaps.values()];
}

function withPictures(article: Article, images: readonly StoredImage[], missing: readonly MissingImage[]): Article {
  const gaps = new Set(missing.map(({ url }) => url));
  const imagesStored = images.filter(({ url }) => !gaps.has(url)).length;
  const report = { ...article.report, imagesFound: imagesStored + missing.length, imagesStored, missing };
  return { ...article, images, report };
}
