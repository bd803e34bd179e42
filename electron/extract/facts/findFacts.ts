// A page in, its facts out: each with where it came from and how far the page's own statements agree.
import type { Element } from 'domhandler';
import type { ArticleFacts } from '#contract/article.ts';
import type { Page } from '../page.ts';
import { gatherEvidence } from './evidence.ts';
import { findByline } from './findByline.ts';
import { findArticleDates } from './findDates.ts';
import {
  findCanonical,
  findSiteIcon,
  findExcerpt,
  findFirstPublication,
  findKeywords,
  findKind,
  findLeadImage,
  type FirstPublication,
} from './findDetails.ts';
import { findLanguage } from './findLanguage.ts';
import { findTitle } from './findTitle.ts';
import { findSiteNames } from './siteNames.ts';
import { fold, textOf } from './visibleText.ts';

/** What a page tells of its article. */
export interface Facts extends Omit<ArticleFacts, 'title'> {
  /** Without the site's name; `null` when the page has none. */
  readonly title: string | null;
  /** As the page lists them, each once. */
  /** Absolute http(s) address of the site’s icon. */
  readonly icon: string | null;
  readonly keywords: readonly string[];
  readonly firstPublished: FirstPublication | null;
  /** Name of each fact that was found → the sources that agree on it, the strongest first. */
  readonly provenance: Readonly<Record<string, readonly string[]>>;
  /** 0 (a guess) to 1 (independent sources agree on title, byline and date). */
  readonly confidence: number;
  /** Elements that show the title, the byline or the date, for the content to leave out at its edges. */
  readonly elements: ReadonlySet<Element>;
}

/**
 * Finds the facts of a page. Never fails: what the page does not tell is `null`. Sources are JSON-LD, microdata, RDFa,
 * OpenGraph, Dublin Core, Parsely and other meta tags, `time` elements, visible text around the title, and the address; each
 * candidate carries its source and they vote. The tree is only read; time is linear in the page.
 */
export function findFacts(page: Page): Facts {
  const evidence = gatherEvidence(page);
  const site = findSiteNames(page, evidence);
  const title = findTitle(page, evidence, site);
  const language = findLanguage(page, evidence);
  const dates = findArticleDates(page, evidence, title.line, language.lang);
  const byline = findByline(page, evidence, { site, title: title.title, titleLine: title.line });
  const canonical = findCanonical(page, evidence);
  const image = findLeadImage(page, evidence);
  const excerpt = findExcerpt(page, evidence, title.title);
  const shown = title.heading === undefined ? [] : [title.heading.element];
  return {
    title: title.title,
    byline: byline.byline,
    siteName: site.name,
    lang: language.lang,
    dir: language.dir,
    excerpt: excerpt.value,
    published: dates.published.date,
    updated: dates.updated.date,
    canonicalUrl: canonical.value,
    leadImage: image.value,
    icon: findSiteIcon(page, evidence),
    kind: findKind(page, evidence),
    keywords: findKeywords(page, evidence),
    firstPublished: findFirstPublication(page, evidence),
    provenance: {
      title: title.sources,
      byline: byline.sources,
      siteName: site.sources,
      lang: language.sources,
      excerpt: excerpt.sources,
      published: dates.published.sources,
      updated: dates.updated.sources,
      canonicalUrl: canonical.sources,
      leadImage: image.sources,
    },
    confidence: title.confidence * 0.5 + confidenceOf(dates.published) * 0.25 + confidenceOf(byline) * 0.25,
    elements: new Set([...shown, ...byline.elements, ...dates.elements].filter(isOnlyFact)),
  };
}

/** A page without blocks may have the date and the whole article in one element. */
function isOnlyFact(element: Element): boolean {
  return fold(textOf(element, MAX_FACT + 1)).length <= MAX_FACT;
}

const MAX_FACT = 320;

/** Where nothing speaks for a fact, nothing disagrees either. */
function confidenceOf({
  sources,
  confidence,
}: {
  readonly sources: readonly string[];
  readonly confidence: number;
}): number {
  return sources.length === 0 ? 0.5 : confidence;
}
