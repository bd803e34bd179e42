// Plain text for a terminal: one thing a line, columns parted by two spaces.
import {
  describeMissingPages,
  type Article,
  type ArticleCard,
  type MissingPages,
  type RelatedList,
} from '#contract/article.ts';
import type { SearchPassage } from '#contract/calls.ts';
import type { PostDate } from '#contract/dates.ts';
import type { TimelinePost } from '#contract/post.ts';
import type { FittingPosts, SimilarArticle } from '#contract/related.ts';
import type { Extraction } from '../extract/extraction.ts';

/** An article that was found, and a piece of its text. */
export interface FoundArticle extends Omit<SearchPassage, 'row'> {
  readonly card: ArticleCard;
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');
const day = (date: PostDate | null): string => (date ?? '').slice(0, 10).padEnd(10);

/** One article a line: ID, day saved, minutes, pictures, title and site. */
export function listLines(cards: readonly ArticleCard[]): string {
  if (cards.length === 0) return 'Nothing is saved yet. Try: layover save ADDRESS\n';
  return lines(
    cards.map(({ id, saved, minutes, imagesStored, imagesFound, title, siteName }) => {
      const pictures = imagesFound === 0 ? 'text' : `${imagesStored}/${imagesFound}`;
      return `${id}  ${day(saved)}  ${String(minutes).padStart(3)} min  ${pictures.padEnd(5)}  ${title}${siteName === null ? '' : ` – ${siteName}`}`;
    }),
  );
}

/** The article with its facts above its text. */
export function articleText(article: Article, text: string): string {
  const { imagesFound, imagesStored, missing, missingPages } = article.report;
  const facts = [article.byline, article.siteName, article.published, article.canonicalUrl].filter(
    (fact) => fact !== null,
  );
  const pictures = imagesFound === 0 ? 'text only' : `${imagesStored} of ${imagesFound} images stored`;
  const lost = missing.map(({ url, reason }) => `missing: ${url.slice(0, 120)} (${reason})`);
  if (missingPages !== null) lost.unshift(missingPagesLine(missingPages));
  return `${lines([article.title, facts.join(' · '), `${article.minutes} min, ${pictures}`, ...lost])}\n${text.trimEnd()}\n`;
}

/** One line: which pages are missing, and why. */
export function missingPagesLine(missing: MissingPages): string {
  return `${describeMissingPages(missing)}: ${missing.reason}`;
}

/** What was extracted, with the related posts below. */
export function extractionText(extraction: Extraction): string {
  const facts = [extraction.byline, extraction.siteName, extraction.published].filter((fact) => fact !== null);
  const related = relatedLines(extraction.relatedLists);
  return `${lines([extraction.title, facts.join(' · ')])}\n${extraction.textContent.trimEnd()}\n${related === '' ? '' : `\n${related}`}`;
}

/** Each list under its heading: added, updated, kind, title. */
export function relatedLines(lists: readonly RelatedList[]): string {
  return lists
    .map(({ heading, entries }) =>
      lines([
        ...(heading === null ? [] : [heading]),
        ...entries.map(
          ({ added, updated, kind, title, url }) =>
            `${day(added)}  ${day(updated)}  ${kind.padEnd(7)}  ${title}${url === null ? '' : `  ${url}`}`,
        ),
      ]),
    )
    .join('\n');
}

/** One post a line: its date, its state, kind, title. */
export function timelineLines(posts: readonly (TimelinePost & { readonly date: PostDate | null })[]): string {
  return lines(
    posts.map(
      ({ date, state, kind, title }) =>
        `${date === null ? 'undated   ' : day(date)}  ${(state === 'known' ? '' : state).padEnd(7)}  ${kind.padEnd(7)}  ${title}`,
    ),
  );
}

/** Two lines a hit: ID and title, then the piece of text. */
export function searchLines(hits: readonly FoundArticle[]): string {
  if (hits.length === 0) return 'Nothing found.\n';
  return lines(hits.map(({ card, snippet }) => `${card.id}  ${card.title}\n    ${snippet.replace(/\s+/g, ' ')}`));
}

/** One post a line with its minutes, and the sum below. */
export function fittingLines({ posts, minutes }: FittingPosts): string {
  const each = posts.map((post) => `${String(post.minutes).padStart(3)} min  ${post.title}  ${post.url}`);
  return lines([...each, `${posts.length} posts, about ${minutes} minutes`]);
}

/** One article a line: ID, title, and the words that are shared. */
export function similarLines(similar: readonly SimilarArticle[]): string {
  if (similar.length === 0) return 'Nothing in the library is like it.\n';
  return lines(similar.map(({ card, shared }) => `${card.id}  ${card.title}  (${shared.join(', ')})`));
}
