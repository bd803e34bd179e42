// What a measured system gives for a page, and the one form of it that scores read.
import * as v from 'valibot';
import { htmlToText } from './htmlText.ts';

/** Raised whenever answers are made otherwise, so that kept ones are made again. */
export const ANSWER_FORM = 1;

/** What a system gives, as it gives it; the time it takes ends here. */
export interface RawAnswer {
  readonly contentHtml: string;
  /** The system's own plain text; made from `contentHtml` when absent. */
  readonly textContent?: string;
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly published?: string | null | undefined;
  readonly siteName?: string | null | undefined;
  readonly lang?: string | null | undefined;
  readonly image?: string | null | undefined;
  readonly related?: readonly RelatedAnswer[];
}

/** Extracts one page; throws when the system does, answers `null` when it finds nothing. `url` is absolute. */
export type Extractor = (html: string, url: string) => Promise<RawAnswer | null>;

const Related = v.object({
  title: v.string(),
  url: v.nullable(v.string()),
  added: v.nullable(v.string()),
  updated: v.nullable(v.string()),
  published: v.nullable(v.string()),
});

/** One entry of a related list as a system gives it. */
export type RelatedAnswer = v.InferOutput<typeof Related>;

/** One answer: its text with blocks on lines of their own, with and without figure captions; `error` says why there is none. */
export const Answer = v.object({
  id: v.string(),
  text: v.string(),
  textWithoutCaptions: v.string(),
  title: v.nullable(v.string()),
  byline: v.nullable(v.string()),
  published: v.nullable(v.string()),
  siteName: v.nullable(v.string()),
  lang: v.nullable(v.string()),
  image: v.nullable(v.string()),
  related: v.array(Related),
  error: v.nullable(v.string()),
});

/** One answer, as kept between runs. */
export type Answer = v.InferOutput<typeof Answer>;

/** Brings what a system gave into the common form; blank facts count as not given. */
export function toAnswer(id: string, raw: RawAnswer | null, error: string | null): Answer {
  const html = raw?.contentHtml ?? '';
  return {
    id,
    text: raw?.textContent ?? htmlToText(html, { keepsCaptions: true }),
    textWithoutCaptions: htmlToText(html, { keepsCaptions: false }),
    title: given(raw?.title),
    byline: given(raw?.byline),
    published: given(raw?.published),
    siteName: given(raw?.siteName),
    lang: given(raw?.lang),
    image: given(raw?.image),
    related: [...(raw?.related ?? [])],
    error: error ?? (raw === null ? 'nothing found' : null),
  };
}

function given(value: string | null | undefined): string | null {
  return value === undefined || value === null || value.trim() === '' ? null : value;
}
