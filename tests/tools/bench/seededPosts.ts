// The number of a post in; what a page or a related list says of it out: title, site, address, dates. Pure, the same for the same number.
import type { PostKind } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import type { Language } from './languages.ts';
import { chanceOf, type Chance } from './seeded.ts';

/** A site of the invented web. */
export interface Site {
  readonly host: string;
  readonly name: string;
}

/** A post of the invented web; some of them are saved, others only stand in related lists. */
export interface Post {
  readonly language: Language;
  readonly site: Site;
  readonly topic: number;
  readonly title: string;
  readonly url: string;
  readonly kind: PostKind;
  /** Epoch milliseconds. */
  readonly publishedMs: number;
  readonly published: PostDate | null;
  readonly updated: PostDate | null;
}

/** The whole of the invented web, for a library of a certain size. */
export interface Posts {
  readonly languages: readonly Language[];
  /** Posts below `saved` are the articles of the library, in the order in which they were saved. */
  readonly saved: number;
  /** All posts, saved or not. */
  readonly count: number;
  readonly sites: readonly Site[];
  post(number: number): Post;
  /** Another post on the same topic, one of about sixty; `which` counts from 1. */
  alike(number: number, which: number): number;
  /** Epoch milliseconds. */
  savedMs(number: number): number;
}

/** The library's last day, and how far back its first is. */
export const LAST_MS = Date.parse('2026-09-30T20:00:00Z');
const SPAN_MS = 10 * 365.25 * 86_400_000;
const DAY_MS = 86_400_000;
const SITES = 3_000;
/** About so many posts share a subject. */
const POSTS_A_TOPIC = 60;
const FOREIGN_SHARE = 0.15;
/** For each saved post there are two that are not. */
const POSTS_A_SAVED = 3;

/** The posts around a library of `saved` articles. */
export function inventPosts(languages: readonly Language[], saved: number): Posts {
  const [plain, ...foreign] = languages;
  if (plain === undefined) throw new Error('there is no language');
  const sites = inventSites(plain);
  const count = saved * POSTS_A_SAVED;
  const topics = Math.max(8, Math.ceil(count / POSTS_A_TOPIC));
  const savedMs = (number: number): number =>
    Math.round(LAST_MS - SPAN_MS * (1 - (number + chanceOf(1, number).share()) / saved));

  return {
    languages,
    saved,
    count,
    sites,
    savedMs,
    alike: (number, which) => (number + which * topics) % count,
    post(number) {
      const chance = chanceOf(2, number);
      const language = chance.happens(FOREIGN_SHARE) ? chance.pick(foreign) : plain;
      const site = sites[chance.rank(sites.length)] ?? chance.pick(sites);
      const topic = number % topics;
      const ageMs = chance.spread(120 * DAY_MS, 1.8);
      const publishedMs = Math.round(number < saved ? savedMs(number) - ageMs : LAST_MS - SPAN_MS * chance.share());
      const title = titleOf(chance, language, topic);
      return {
        language,
        site,
        topic,
        title,
        url: `https://${site.host}/${new Date(publishedMs).getUTCFullYear()}/${number.toString(36)}`,
        kind: chance.happens(0.94) ? 'article' : chance.pick(['video', 'audio', 'gallery'] as const),
        publishedMs,
        published: chance.happens(0.02) ? null : dateOf(chance, publishedMs),
        updated: chance.happens(0.15) ? dateOf(chance, Math.min(LAST_MS, publishedMs + 30 * DAY_MS)) : null,
      };
    },
  };
}

/** The places among a language's words that a topic's texts come back to, the most typical first. */
export function topicRanks(language: Language, topic: number): readonly number[] {
  const chance = chanceOf(3, topic);
  const size = language.words.length;
  return Array.from({ length: 40 }, () => Math.floor(Math.exp(Math.log(200) + chance.share() * Math.log(size / 201))));
}

/** A sentence's first word. */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Most dates are days; some are instants, months or years, as sites have it. */
export function dateOf(chance: Chance, instantMs: number): PostDate {
  const iso = new Date(instantMs).toISOString();
  const form = chance.share();
  if (form < 0.82) return iso.slice(0, 10);
  if (form < 0.94) return `${iso.slice(0, 19)}${chance.pick(['Z', '+02:00', '-05:00'])}`;
  return iso.slice(0, form < 0.98 ? 7 : 4);
}

function titleOf(chance: Chance, language: Language, topic: number): string {
  const ranks = topicRanks(language, topic);
  const words = Array.from({ length: chance.between(3, 9) }, () => {
    const rank = chance.happens(0.35) ? ranks[chance.rank(ranks.length)] : chance.rank(language.words.length);
    return language.words[rank ?? 0] ?? '';
  });
  return capitalized(words.join(language.space));
}

function inventSites(language: Language): readonly Site[] {
  const chance = chanceOf(4, 0);
  const word = (): string => language.words[chance.between(400, 40_000)] ?? '';
  return Array.from({ length: SITES }, (_, index) => {
    const [first, second] = [word(), word()];
    const host = `${first}-${second}${index}.example`;
    return { host, name: `${capitalized(first)} ${capitalized(second)}` };
  });
}
