// The number of an article in; the whole of it out, as a library keeps it. Pure, and the same for the same number and size of library,
// so that what was written can be compared, and queries taken from texts without reading them back.
import { createHash } from 'node:crypto';
import { encode } from 'fast-png';
import {
  isArticleId,
  type Article,
  type ArticleId,
  type MissingImage,
  type ReadingState,
  type RelatedEntry,
  type RelatedList,
  type StoredImage,
  NOTHING_OWN,
} from '#contract/article.ts';
import type { ArticleFiles } from '../../../electron/store/articleFiles.ts';
import { readingMinutes } from '../../../electron/store/readingMinutes.ts';
import { chanceOf, type Chance } from './seeded.ts';
import { dateOf, LAST_MS, type Post, type Posts } from './seededPosts.ts';
import { writeText, type Block } from './seededText.ts';

/** An article of the seeded library; `report.sizeBytes` is that of its pictures alone, since the rest is known when it is packed. */
export interface SeededArticle {
  readonly article: Article;
  readonly files: ArticleFiles;
}

/** The one picture that all articles with pictures show. */
export interface SeededPicture {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const TEXT_BYTES = 6_000;
const PICTURE = { width: 320, height: 200 };
const BASE_32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** A picture of 64,000 points in a gradient. */
export function seededPicture(): SeededPicture {
  const { width, height } = PICTURE;
  const data = Uint8Array.from({ length: width * height }, (_, at) => ((at % width) + Math.floor(at / width)) % 256);
  const bytes = encode({ width, height, data, channels: 1 });
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { bytes, file: `${hash.slice(0, 2)}/${hash}.png` };
}

/** The ID of an article, the same for the same number. */
export function seededId(number: number): ArticleId {
  const bytes = createHash('sha256').update(`article ${number}`).digest();
  const id = Array.from({ length: 16 }, (_, at) => BASE_32.charAt((bytes[at] ?? 0) % 32)).join('');
  if (!isArticleId(id)) throw new Error(`${id} is not an article ID`);
  return id;
}

/** The article of a number below `posts.saved`. */
export function seededArticle(posts: Posts, number: number, picture: SeededPicture): SeededArticle {
  const post = posts.post(number);
  const chance = chanceOf(10, number);
  const { blocks, words } = writeText(chance, post, Math.min(40_000, Math.max(800, chance.spread(TEXT_BYTES, 0.5))));
  const savedMs = posts.savedMs(number);
  const images = chance.happens(0.2) ? storedImages(chance, post, picture) : [];
  const missing = images.length > 0 && chance.happens(0.15) ? [missingImage(post)] : [];
  const { tag: lang, dir } = post.language;
  const content = toHtml(blocks, images, missing);
  const page = `<!doctype html><html lang="${lang}" dir="${dir}"><title>${post.title}</title><body><main><h1>${post.title}</h1>${content}</main>`;
  const original = { bytes: new TextEncoder().encode(page), mediaType: 'text/html', encoding: 'utf-8' };
  const lead = blocks.find(({ isHeading }) => !isHeading)?.text ?? '';
  const article: Article = {
    format: 1,
    id: seededId(number),
    title: post.title,
    byline: chance.happens(0.15) ? null : bylineOf(post),
    siteName: post.site.name,
    lang,
    dir,
    excerpt: chance.happens(0.8) ? lead.slice(0, 140) : null,
    published: post.published,
    updated: post.updated,
    canonicalUrl: post.url,
    leadImage: images[0]?.url ?? null,
    siteIcon: null,
    kind: post.kind,
    source: post.url,
    part: null,
    saved: new Date(savedMs).toISOString(),
    minutes: readingMinutes(words, lang),
    images,
    report: {
      words,
      imagesFound: images.length + missing.length,
      imagesStored: images.length,
      embeds: 0,
      missing,
      missingPages: null,
      // Each picture counts once, and there is only one.
      sizeBytes: images.length > 0 ? picture.bytes.byteLength : 0,
    },
    original: { mediaType: original.mediaType, encoding: original.encoding, sizeBytes: original.bytes.byteLength },
    rendered: false,
    furtherPages: [],
    comments: 0,
    foundIn: null,
    relatedLists: relatedLists(chance, posts, number),
    ...NOTHING_OWN,
    reading: readingState(chance, savedMs, blocks.length),
    look: null,
  };
  return {
    article,
    files: {
      content,
      text: blocks.map(({ text }) => text).join('\n\n'),
      original,
      furtherPages: [],
      comments: null,
    },
  };
}

function storedImages(chance: Chance, post: Post, { file, bytes }: SeededPicture): readonly StoredImage[] {
  return Array.from({ length: chance.between(1, 3) }, (_, index) => ({
    url: `${post.url}/plate-${index + 1}.png`,
    hash: file.slice(3, 67),
    file,
    mediaType: 'image/png',
    sizeBytes: bytes.byteLength,
    ...PICTURE,
  }));
}

function missingImage(post: Post): MissingImage {
  return { url: `${post.url}/lost.jpg`, code: 'http-status', reason: 'The site has no such picture any more.' };
}

function toHtml(blocks: readonly Block[], images: readonly StoredImage[], missing: readonly MissingImage[]): string {
  const figures = [
    ...images.map(
      ({ file, width, height }, index) =>
        `<figure><img src="../../../assets/${file}" alt="Plate ${index + 1}" width="${width}" height="${height}"></figure>`,
    ),
    ...missing.map(
      ({ url, reason }) => `<p><span class="missing-image" title="${reason}" data-address="${url}">Plate</span></p>`,
    ),
  ];
  return blocks
    .map(({ isHeading, text }, index) => `${isHeading ? `<h2>${text}</h2>` : `<p>${text}</p>`}${figures[index] ?? ''}`)
    .join('\n');
}

/** One of some twenty people who write for a site. */
function bylineOf({ site, language, publishedMs }: Post): string {
  const chance = chanceOf(11, site.host.length * 977 + site.host.charCodeAt(0) * 31 + (publishedMs % 20));
  const name = (): string => language.words[chance.between(300, 9_000)] ?? '';
  return [name(), name()].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** One list, or two, of 5 to 40 posts with a mean of twelve: half of them what every site likes to show, half of them near this one's topic. */
function relatedLists(chance: Chance, posts: Posts, number: number): readonly RelatedList[] {
  const total = Math.min(40, Math.max(5, Math.round(chance.spread(12, 0.55))));
  const entries = Array.from({ length: total }, (_, position) => relatedEntry(chance, posts, number, position));
  if (total < 12 || chance.happens(0.7)) return [{ heading: 'Related posts', entries }];
  const cut = Math.floor(total / 2);
  return [
    { heading: 'Related posts', entries: entries.slice(0, cut) },
    { heading: null, entries: entries.slice(cut).map((entry, position) => ({ ...entry, position })) },
  ];
}

function relatedEntry(chance: Chance, posts: Posts, number: number, position: number): RelatedEntry {
  const near = posts.alike(number, chance.between(1, 59));
  const popular = (chance.rank(posts.count) * 7_919) % posts.count;
  const post = posts.post(chance.happens(0.5) ? near : popular);
  const added = chance.happens(0.12) ? null : dateOf(chance, post.publishedMs);
  return {
    title: post.title,
    url: chance.happens(0.02) ? null : post.url,
    kind: post.kind,
    added,
    updated: chance.happens(0.2) ? dateOf(chance, Math.min(LAST_MS, post.publishedMs + 40 * 86_400_000)) : null,
    published: chance.happens(0.2) ? post.published : null,
    excerpt: null,
    image: chance.happens(0.3) ? `${post.url}/card.jpg` : null,
    position,
    raw: added === null ? post.title : `${post.title} ${added}`,
  };
}

/** Of ten articles seven are unread, two read and one is begun; what was read is often archived. */
function readingState(chance: Chance, savedMs: number, blocks: number): ReadingState {
  const form = chance.share();
  const archived = chance.happens(form < 0.2 ? 0.4 : 0.03);
  if (form < 0.2) {
    const read = new Date(Math.min(LAST_MS, savedMs + chance.spread(5 * 86_400_000, 1))).toISOString();
    return { progress: 1, block: blocks - 1, read, archived };
  }
  if (form < 0.3) {
    const progress = chance.between(5, 90) / 100;
    return { progress, block: Math.floor(progress * blocks), read: null, archived };
  }
  return { progress: 0, block: 0, read: null, archived };
}
