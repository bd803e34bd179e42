// What a backup or an export as JSON holds in; the library with it out. What is unknown here is added; of two copies of an article the newer one
// is read and the other kept beside it; what the person made of both is joined (`mergeArticle.ts`). Nothing that is here is ever lost.
import { ownStateOf, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { Highlight } from '#contract/highlight.ts';
import { isStoredContent } from '../../exchange/export/storedContent.ts';
import { withHighlights, withOwnOf } from './mergeArticle.ts';
import { checkKept, type KeptHighlights } from '../../store/highlightSchema.ts';
import { contentOf } from '../../store/articleFiles.ts';
import type { Library } from '../../store/library.ts';
import type { WholeArticle } from '../../store/wholeArticles.ts';

/** An article that comes back. */
export interface ComingArticle {
  readonly whole: WholeArticle;
  /** Other copies of it. */
  readonly versions: readonly WholeArticle[];
  /** Its highlights, and what is noted of them, as they stand in the file; checked here. */
  readonly marks: unknown;
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
export function soundMarks({ whole, versions, marks }: ComingArticle): KeptHighlights {
  const { id } = whole.article;
  for (const each of [whole, ...versions]) refuseForeign(each, id);
  return checkKept(id, marks);
}

/** Puts an article in; its pictures must be there. Throws `AppError`: `unreadable` (it was left out), `disk`, `locked`. */
export async function restoreArticle(coming: ComingArticle, tools: RestoreTools): Promise<Restored> {
  const { library } = tools;
  const { article } = coming.whole;
  const marks = soundMarks(coming);
  const wasTrashed = library.catalogue.rowOf(article.id) === undefined && tools.trashed.has(article.id);
  if (wasTrashed) await library.restore(article.id);
  const isKnown = library.catalogue.rowOf(article.id) !== undefined;
  let isChanged = wasTrashed;
  if (isKnown) isChanged = (await mergeCopy(coming.whole, library)) || isChanged;
  else await library.admit(coming.whole);
  for (const version of coming.versions) isChanged = (await library.admitVersion(version)) || isChanged;
  isChanged = (await mergeHighlights(article, marks, tools)) || isChanged;
  if (isKnown && !isChanged) return 'unchanged';
  tools.adopted(await library.article(article.id));
  return isKnown ? 'merged' : 'added';
}

/** Answers whether anything was changed. */
async function mergeCopy(coming: WholeArticle, library: Library): Promise<boolean> {
  const { id, saved } = coming.article;
  const here = await library.article(id);
  const merged = withOwnOf(here, coming.article);
  const isNewer = Date.parse(saved) > Date.parse(here.saved);
  let isKept = isNewer;
  if (isNewer) {
    await library.keepVersion(id);
    await library.admit({ ...coming, article: { ...coming.article, ...ownStateOf(here) } });
  } else isKept = await library.admitVersion(coming);
  if (merged === here) return isKept;
  await library.update(id, (article) => withOwnOf(article, coming.article));
  return true;
}

/** Where nothing was ever highlighted, what is noted comes along; where something was, what comes back is put in anew. */
async function mergeHighlights(
  { id, title }: Article,
  coming: KeptHighlights,
  { library, highlighted }: RestoreTools,
): Promise<boolean> {
  if (isBlank(coming)) return false;
  const { highlights: files } = library;
  let isNew = false;
  await files.rewrite(id, title, (here) => {
    isNew = isBlank(here);
    return isNew ? coming : here;
  });
  let before: readonly Highlight[] | undefined;
  const after = await files.update(id, title, (here) => withHighlights((before = here), coming.highlights));
  if (!isNew && after === before) return false;
  highlighted(id, after);
  return true;
}

function isBlank({ highlights, changes }: KeptHighlights): boolean {
  return highlights.length === 0 && changes.length === 0;
}

/** A text that Layover would not have written is not let in: what is stored counts as harmless from then on. */
function refuseForeign({ article, files }: WholeArticle, id: ArticleId): void {
  const texts = files.filter(([name]) => name === 'content.html' || name === 'comments.html');
  const isSound = texts.every(([, bytes]) => isStoredContent(contentOf(new TextDecoder().decode(bytes))));
  if (article.id === id && isSound) return;
  throw new AppError('unreadable', 'Its text holds what Layover never stores, so it was left out.');
}
