// What a saved article is, on disk and on screen.
import type { PostDate } from './dates.ts';
import type { ErrorCode } from './errors.ts';
import type { ArticleLook } from './settings.ts';
import type { KeptTags } from './tags.ts';

declare const brand: unique symbol;

/** Names one saved article: 16 lower-case base-32 characters, made at saving, never reused. */
export type ArticleId = string & { readonly [brand]: 'ArticleId' };

/** Tells whether a text has the form of an `ArticleId`; it may still name nothing. */
export function isArticleId(text: string): text is ArticleId {
  return /^[a-z2-7]{16}$/.test(text);
}

/** What a post mainly is. */
export type PostKind = 'article' | 'video' | 'audio' | 'gallery';

/** One entry of a related list. `null` says that the page did not tell. */
export interface RelatedEntry {
  readonly title: string;
  /** Absolute http(s) address. */
  readonly url: string | null;
  readonly kind: PostKind;
  /** When the list says the post was originally added. */
  readonly added: PostDate | null;
  /** When the list says the post was last updated. */
  readonly updated: PostDate | null;
  readonly published: PostDate | null;
  readonly excerpt: string | null;
  /** Absolute http(s) address of a picture. */
  readonly image: string | null;
  /** Place in its list, from 0. */
  readonly position: number;
  /** The text the entry was read from, white space folded. */
  readonly raw: string;
}

/** A list of related posts as it stood on the page. */
export interface RelatedList {
  readonly heading: string | null;
  readonly entries: readonly RelatedEntry[];
  /** Address of the page on which the list goes on, when it shows one that was not read. */
  readonly older?: string;
  /** How many of the entries the article's own page names, when those of further pages follow. */
  readonly onPage?: number;
}

/** A picture stored with an article. `hash` is the SHA-256 of its bytes in hex. */
export interface StoredImage {
  readonly url: string;
  readonly hash: string;
  /** File name below `assets/`, such as `ab/ab12….png`. */
  readonly file: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly width: number;
  readonly height: number;
}

/** A picture that the article names and that could not be stored. */
export interface MissingImage {
  readonly url: string;
  readonly code: ErrorCode;
  readonly reason: string;
}

/** Pages of an article that its first page promised and that are not here. */
export interface MissingPages {
  /** Counted from 1, as the site counts. */
  readonly first: number;
  /** `null` when the site did not say how many there are. */
  readonly last: number | null;
  /** Address of the first of them. */
  readonly url: string;
  readonly code: ErrorCode;
  readonly reason: string;
}

/** The honest count of what was found and what is on disk. */
export interface CompletenessReport {
  readonly words: number;
  readonly imagesFound: number;
  readonly imagesStored: number;
  /** Films, maps and posts of elsewhere that are here as a title with a link, and a picture where there is one. */
  readonly embeds: number;
  readonly missing: readonly MissingImage[];
  /** `null` when the article is here from its first page to its last. */
  readonly missingPages: MissingPages | null;
  /** Bytes of the article's own files and its images. */
  readonly sizeBytes: number;
}

/** Where a link was found that a person wants to read later: the article, and the sentence around the link. */
export interface FoundIn {
  readonly articleId: ArticleId;
  /** The article's title at that time. */
  readonly title: string;
  readonly sentence: string | null;
}

/** A paragraph of one copy of an article, and how to find it in another. */
export interface KeptPlace {
  /** The copy: its `saved`. */
  readonly of: string;
  /** Index of the block element. */
  readonly block: number;
  /** Share of that block that stands before the view, 0 to 1. */
  readonly into: number;
  /** Where the block stands among all, 0 to 1. */
  readonly share: number;
  /** How its text begins and ends, folded; see `quoteOf`. */
  readonly quote: string;
}

/** How many copies of an article keep a place of their own. */
export const MOST_PLACES = 4;

/** How far a person has come. */
export interface ReadingState {
  /** 0 to 1, by paragraphs. */
  readonly progress: number;
  /** Index of the block element at the top of the view when last read. */
  readonly block: number;
  /** When it was finished, an ISO instant. */
  readonly read: string | null;
  readonly archived: boolean;
  /** The place in each of the last copies that were read, the newest first; `block` is that of the first. */
  readonly places?: readonly KeptPlace[];
  /** How long it was read in all. */
  readonly seconds?: number;
}

/** What lists know of it. */
export type CardReading = Pick<ReadingState, 'progress' | 'block' | 'read' | 'archived'>;

/** The facts an article was saved with. */
export interface ArticleFacts {
  readonly title: string;
  /** People's names, joined by a comma, without "By". */
  readonly byline: string | null;
  readonly siteName: string | null;
  /** BCP 47 tag as the page gives it, or as guessed from the text. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly excerpt: string | null;
  readonly published: PostDate | null;
  readonly updated: PostDate | null;
  /** The page's own statement of its address, else the address it was found at; without a fragment. */
  readonly canonicalUrl: string | null;
  /** Absolute address of the lead image on the web. */
  readonly leadImage: string | null;
  readonly kind: PostKind;
}

/** What a file states of a document beside its text, as a book of its chapters; it counts before what the text itself says. */
export type StatedFacts = Partial<
  Pick<ArticleFacts, 'title' | 'byline' | 'siteName' | 'lang' | 'excerpt' | 'published' | 'updated'>
> & { readonly relatedLists?: readonly RelatedList[] };

/** What is known of the document an article was made from; its bytes are kept beside it as they came. */
export interface OriginalFacts {
  readonly mediaType: string;
  /** Name of the character encoding it was read in; `null` when it is not text. */
  readonly encoding: string | null;
  readonly sizeBytes: number;
}

/** The same of a later page of an article of several pages. */
export interface FurtherPage extends OriginalFacts {
  /** Where it was found. */
  readonly address: string;
}

/** A saved article without its body: the content of its `article.json`. */
export interface Article extends ArticleFacts, KeptTags {
  readonly format: 1;
  readonly id: ArticleId;
  /** Where it came from: the address asked for, or the name of the file; `null` for pasted text. `privateHost` is there if that was a private one. */
  readonly source: string | null;
  readonly privateHost?: string;
  /** The SHA-256 of the file it was opened from, in hex, and for one of several documents a slash and its name there; `null` when it came otherwise. */
  readonly part: string | null;
  /** When it was saved, an ISO instant in UTC. */
  readonly saved: string;
  /** Minutes to read, at a speed that fits its language; at least 1. */
  readonly minutes: number;
  readonly images: readonly StoredImage[];
  readonly report: CompletenessReport;
  /** SHA-256 in hex of what is stored of content, text and comments, head lines left out; the first versions wrote none. */
  readonly sums?: { readonly content: string; readonly text: string; readonly comments: string | null };
  readonly original: OriginalFacts;
  /** Whether a browser had to build the page, because it had no article before its scripts had run; `original` is then what the browser showed. */
  readonly rendered: boolean;
  /** The pages after the first that the article was joined from, in order; mostly none. */
  readonly furtherPages: readonly FurtherPage[];
  /** How many readers' comments are stored beside the article; they are no part of it. */
  readonly comments: number;
  /** Where the link to it was met, when it was saved from within another article. */
  readonly foundIn: FoundIn | null;
  /** Name below `assets/` of the site's icon; `null` when it has none that can be shown. */
  readonly siteIcon: string | null;
  readonly relatedLists: readonly RelatedList[];
  readonly reading: ReadingState;
  /** How the person wants this article set, where it is not as the settings say; `null` when it is. */
  readonly look: ArticleLook | null;
  readonly starred: boolean;
  /** When somebody last read in it, an ISO instant. */
  readonly opened: string | null;
  /** When the person first kept it, an ISO instant, where that was elsewhere and before it was saved here. */
  readonly keptSince: string | null;
  /** What the person wrote about the whole of it; empty when nothing. */
  readonly note: string;
}

/** When the person first kept it, here or elsewhere, an ISO instant. */
export function keptAt({ keptSince, saved }: Pick<Article, 'keptSince' | 'saved'>): string {
  return keptSince ?? saved;
}

/** What a person made of an article. It outlives a newer copy and goes with it to the trash and back. */
export type OwnState = Pick<Article, keyof KeptTags | 'reading' | 'starred' | 'opened' | 'look' | 'keptSince' | 'note'>;

/** Of an article, what a person made of it. */
export function ownStateOf({ reading, tags, tagChanges, starred, opened, look, keptSince, note }: OwnState): OwnState {
  return { reading, tags, tagChanges, starred, opened, look, keptSince, note };
}

/** What a person made of an article that was just saved. */
export const NOTHING_OWN: OwnState = {
  reading: { progress: 0, block: 0, read: null, archived: false },
  tags: [],
  tagChanges: [],
  starred: false,
  opened: null,
  look: null,
  keptSince: null,
  note: '',
};

/** What lists show of an article. */
export interface ArticleCard {
  readonly id: ArticleId;
  readonly title: string;
  readonly byline: string | null;
  readonly siteName: string | null;
  /** Host of the article's address, without `www.`; `null` when it has none. */
  readonly host: string | null;
  readonly excerpt: string | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly kind: PostKind;
  readonly published: PostDate | null;
  readonly updated: PostDate | null;
  /** When the person first kept it, here or elsewhere, an ISO instant. */
  readonly saved: string;
  readonly words: number;
  readonly minutes: number;
  /** File name below `assets/` of the picture to show, if one is stored. */
  readonly picture: string | null;
  /** As `Article.siteIcon`. */
  readonly siteIcon: string | null;
  readonly imagesFound: number;
  readonly imagesStored: number;
  readonly missingPages: MissingPages | null;
  readonly relatedCount: number;
  readonly sizeBytes: number;
  readonly reading: CardReading;
  readonly tags: readonly string[];
  readonly starred: boolean;
  readonly opened: string | null;
}

/** Makes the card of an article. */
export function toCard(article: Article): ArticleCard {
  const lead = article.images.find((image) => image.url === article.leadImage) ?? article.images[0];
  return {
    id: article.id,
    title: article.title,
    byline: article.byline,
    siteName: article.siteName,
    host: hostOf(article.canonicalUrl) ?? hostOf(article.source),
    excerpt: article.excerpt,
    lang: article.lang,
    dir: article.dir,
    kind: article.kind,
    published: article.published,
    updated: article.updated,
    saved: keptAt(article),
    words: article.report.words,
    minutes: article.minutes,
    picture: lead?.file ?? null,
    siteIcon: article.siteIcon,
    imagesFound: article.report.imagesFound,
    imagesStored: article.report.imagesStored,
    missingPages: article.report.missingPages,
    relatedCount: article.relatedLists.reduce((sum, list) => sum + list.entries.length, 0),
    sizeBytes: article.report.sizeBytes,
    reading: cardReading(article.reading),
    tags: article.tags,
    starred: article.starred,
    opened: article.opened,
  };
}

function cardReading({ progress, block, read, archived }: ReadingState): CardReading {
  return { progress, block, read, archived };
}

function hostOf(address: string | null): string | null {
  const host = /^https?:\/\/(?:[^/?#]*@)?(?:www\.)?([^/?#:]+)/i.exec(address ?? '')?.[1];
  return host?.toLowerCase() ?? null;
}

/** Says which pages are missing, as a sentence without its full stop: "Pages 3 to 5 are missing". */
export function describeMissingPages({ first, last }: MissingPages): string {
  if (last === null) return `Page ${first} and whatever follows it are missing`;
  return last <= first ? `Page ${first} is missing` : `Pages ${first} to ${last} are missing`;
}
