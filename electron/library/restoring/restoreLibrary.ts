// What a backup or an export as JSON holds in; the library with it out. What is unknown here is added; of two copies of an article the newer one
// is read and the other kept beside it; what the person made of both is joined (`mergeArticle.ts`). Nothing that is here is ever lost.
import { ownStateOf, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { Highlight } from '#contract/highlight.ts';
import { isStoredContent } from '../../exchange/export/storedContent.ts';
import { withHighlights, withOwnOf } from './mergeArticle.ts';
import { checkHighlights } from '../../store/highlightFiles.ts';
import { contentOf } from '../../store/articleFiles.ts';
import type { Library } from '../../store/library.ts';
import type { WholeArticle } from '../../store/wholeArticles.ts';

/** An article that comes back. */
export interface ComingArticle {
  readonly whole: WholeArticle;
  /** Other copies of it. */
  readonly versions: readonly WholeArticle[];
  /** As they stand in the file; checked here. */
  readonly highlights: unknown;
}

/** What became of it. */
export type Restored = 'added' | 'merged' | 'unchanged';

/** What restoring needs. */
export interface RestoreTools {
  readonly library: Library;
  /** Hears of every article that was added or changed, so that search, timeline and window know. */
  readonly adopted: (article: Article) => void;
  readonly highlighted: (id: ArticleId, highlights: readonly Highlight[]) => void;
  /** Articles that are in the trash; who restores them wants them back. */
  readonly trashed: ReadonlySet<ArticleId>;
}

/** The highlights of an article that may be let in. Throws `unreadable` for one that Layover would not have written. */
export function soundHighlights({ whole, versions, highlights }: ComingArticle): readonly Highlight[] {
  const { id } = whole.article;
  for (const each of [whole, ...versions]) refuseForeign(each, id);
  return checkHighlights(id, highlights);
}

/** Puts an article in; its pictures must be there. Throws `AppError`: `unreadable` (it was left out), `disk`, `locked`. */
export async function restoreArticle(coming: ComingArticle, tools: RestoreTools): Promise<Restored> {
  const { library } = tools;
  const { article } = coming.whole;
  const highlights = soundHighlights(coming);
  const wasTrashed = library.catalogue.rowOf(article.id) === undefined && tools.trashed.has(article.id);
  if (wasTrashed) await library.restore(article.id);
  const isKnown = library.catalogue.rowOf(article.id) !== undefined;
  let isChanged = wasTrashed;
  if (isKnown) isChanged = (await mergeCopy(coming.whole, library)) || isChanged;
  else await library.admit(coming.whole);
  for (const version of coming.versions) isChanged = (await library.admitVersion(version)) || isChanged;
  if (highlights.length > 0) isChanged = (await mergeHighlights(article, highlights, tools)) || isChanged;
  if (isKnown && !isChanged) return 'unchanged';
  tools.adopted(await library.article(article.id));
  return isKnown ? 'merged' : 'added';
}

/** Answers whether anything was changed. */
async function mergeCopy(coming: WholeArticle, library: Library): Promise<boolean> {
  const { id, saved } = coming.article;
  const here = await library.article(id);
  const merged = withOwnOf(here, coming.article);
  if (Date.parse(saved) > Date.parse(here.saved)) {
    await library.keepVersion(id);
    await library.admit({ ...coming, article: { ...coming.article, ...ownStateOf(merged) } });
    return true;
  }
  const isKept = await library.admitVersion(coming);
  if (merged === here) return isKept;
  await library.update(id, (article) => withOwnOf(article, coming.article));
  return true;
}

async function mergeHighlights(
  { id, title }: Article,
  coming: readonly Highlight[],
  { library, highlighted }: RestoreTools,
): Promise<boolean> {
  let before: readonly Highlight[] | undefined;
  const after = await library.highlights.update(id, title, (here) => withHighlights((before = here), coming));
  if (after === before) return false;
  highlighted(id, after);
  return true;
}

/** A text that Layover would not have written is not let in: what is stored counts as harmless from then on. */
function refuseForeign({ article, files }: WholeArticle, id: ArticleId): void {
  const texts = files.filter(([name]) => name === 'content.html' || name === 'comments.html');
  const isSound = texts.every(([, bytes]) => isStoredContent(contentOf(new TextDecoder().decode(bytes))));
  if (article.id === id && isSound) return;
  throw new AppError('unreadable', 'Its text holds what Layover never stores, so it was left out.');
}
