// Pages of the data sets in, what there is to learn from them out: each line's features and label.
import { findFacts } from '../../../electron/extract/facts/findFacts.ts';
import { outlinePage } from '../../../electron/extract/content/outline.ts';
import { knowledgeOf } from '../../../electron/extract/content/knowledge.ts';
import { contextOf, type PageContext } from '../../../electron/extract/content/pageContext.ts';
import { openPage, type Page } from '../../../electron/extract/page.ts';
import { findRelatedLists } from '../../../electron/extract/related/findRelatedLists.ts';
import { foldOf } from '../quality/folds.ts';
import { readPage, readTruth, type SetName, type TruthPage } from '../quality/truth.ts';
import { labelLines } from './labelLines.ts';

/** A page to learn from. */
export interface Example {
  readonly truth: TruthPage;
  readonly fold: number;
  readonly page: Page;
  readonly context: PageContext;
  /** By line: 1 content, 0 not, -1 unknown; and how much the line counts, the page's lines together as much as the page. */
  readonly labels: Int8Array;
  readonly weights: Float64Array;
}

/** Address for pages that are stored without one; the published baselines used the same. */
const NO_ADDRESS = 'http://fakehost/test/page.html';
/** How much a page of a set counts: few pages with clean truth for more, other extractors' output for less. */
const SET_WEIGHTS: ReadonlyMap<SetName, number> = new Map([
  ['sh', 1.5],
  ['wcxb', 1],
  ['zh', 1],
  ['rdb', 0.5],
  ['traf', 0.8],
]);
/** Kinds of pages that are rare in the sets and common on the web. */
const TYPE_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['forum', 1.7],
  ['listing', 1.5],
  ['collection', 1.2],
]);

/** Reads every page that has a truth on its text. */
export function readExamples(folder: string): Example[] {
  return [...SET_WEIGHTS].flatMap(([set, weight]) =>
    readTruth(folder, set).flatMap((truth) => {
      const example = readExample(folder, truth, weight * (TYPE_WEIGHTS.get(truth.type) ?? 1));
      return example === undefined ? [] : [example];
    }),
  );
}

function readExample(folder: string, truth: TruthPage, weight: number): Example | undefined {
  const page = openPage(readPage(folder, truth), truth.url ?? NO_ADDRESS);
  const { title, published, lang, elements } = findFacts(page);
  const related = findRelatedLists(page, { title, published, lang });
  const outline = outlinePage(page);
  const hints = { title, lang, relatedBlocks: related.blocks, factElements: elements };
  const context = contextOf(outline, knowledgeOf(page, hints));
  const found = labelLines(
    outline.lines.map(({ text }) => text),
    truth,
  );
  if (found === undefined) return undefined;
  // Captions go with their figures, so nothing is learnt from them; the truth of one set leaves them out, of others not.
  const isCaption = outline.lines.map(({ block }) => context.captions[block] === 1);
  const counts = found.map(({ label, words }, i) =>
    label === -1 || isCaption[i] === true ? 0 : Math.sqrt(Math.max(1, words)),
  );
  const sum = counts.reduce((total, count) => total + count, 0);
  return {
    truth,
    fold: foldOf(truth.id),
    page,
    context,
    labels: Int8Array.from(found, ({ label }) => label),
    weights: Float64Array.from(counts, (count) => (sum === 0 ? 0 : (count / sum) * weight)),
  };
}
