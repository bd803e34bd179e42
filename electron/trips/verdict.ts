// What was found of an article when it was checked in; what may be said of it out. Nothing is ready unless it was opened and nothing at all
// stands against it. Pure.
import { describeMissingPages, type CompletenessReport } from '#contract/article.ts';
import type { ErrorReport } from '#contract/errors.ts';
import { detail, type FailureDetail } from '#contract/failureDetail.ts';
import type { CheckEvidence, CheckResult } from '#contract/trip.ts';

/** All that is known of an article that was checked. */
export interface Findings {
  /** What it was said to have when it was saved. */
  readonly report: CompletenessReport;
  readonly evidence: CheckEvidence;
  /** `files` when nothing could be opened; what `evidence` then says of what is shown counts for nothing. */
  readonly way: CheckResult['way'];
  /** Files of its text whose bytes are gone or other than when they were saved. */
  readonly damagedParts: readonly string[];
  /** Pictures that are named, but not stored or damaged. */
  readonly lostPictures: number;
  /** Whether of one of those a part is there. */
  readonly hasParts: boolean;
  /** Pictures of the document that the article does not name as its own. */
  readonly strayPictures: number;
  /** Addresses that were asked for and are not our own. */
  readonly refused: readonly string[];
  /** Whether what was saved is a page that asks to sign in. */
  readonly isSignInPage: boolean;
  /** Whether all of it was the same after the check as before. */
  readonly isUnchanged: boolean;
  /** Why it could not be opened; `null` when it could. */
  readonly failure: ErrorReport | null;
}

/** What is said of it. */
export type Verdict = Pick<CheckResult, 'status' | 'missingImages' | 'problem'>;

/** Of a hundred words one may be counted otherwise, where text runs into a picture or a formula. */
const LEAST_SHOWN = 0.99;

/** `null` when nothing can be said: it was not opened and nothing is wrong with its files, or it changed meanwhile. */
export function judge(findings: Findings): Verdict | null {
  const { report, evidence, way, isUnchanged } = findings;
  if (!isUnchanged) return null;
  const broken = whyBroken(findings);
  if (broken !== null) return { status: 'broken', missingImages: 0, problem: broken };
  if (findings.isSignInPage) return { status: 'needsSignIn', missingImages: 0, problem: SIGN_IN };
  const isOpened = way === 'opened';
  const named = Math.max(report.imagesFound, evidence.pictures);
  const unshown = isOpened ? named - evidence.picturesShown : 0;
  const missingImages = Math.max(findings.lostPictures, report.missing.length, unshown) + findings.strayPictures;
  if (missingImages > 0) {
    const isTextOnly = isOpened ? evidence.picturesShown === 0 : findings.lostPictures >= named;
    return { status: isTextOnly && !findings.hasParts ? 'textOnly' : 'imagesMissing', missingImages, problem: null };
  }
  const unlike = isOpened ? whyUnlike(findings) : null;
  if (unlike !== null) return { status: 'broken', missingImages: 0, problem: unlike };
  return isOpened ? { status: 'ready', missingImages: 0, problem: null } : null;
}

const SIGN_IN: ErrorReport = {
  code: 'sign-in',
  message:
    'What was saved is the page on which the site asks to sign in. Open the page in a window, sign in and save it from there.',
  detail: detail('copyOfSignIn'),
};

/** What no other picture or typeface would mend. */
function whyBroken({ report, evidence, way, damagedParts, failure }: Findings): ErrorReport | null {
  if (damagedParts.length > 0)
    return unreadable(
      `Its file ${damagedParts[0]} is gone or damaged. Save the article again to have it whole.`,
      detail('damagedPart', damagedParts[0]),
    );
  if (failure !== null) return failure;
  if (report.missingPages !== null)
    return {
      code: 'incomplete',
      message: `${describeMissingPages(report.missingPages)}. Save the article again to try once more.`,
      detail: detail('pageLacking', '', report.missingPages.first),
    };
  const { words, wordsShown, pictures } = evidence;
  if (words < report.words * LEAST_SHOWN)
    return unreadable(
      'Its text is shorter than it was when it was saved. Save the article again to have it whole.',
      detail('shortenedText'),
    );
  if (way === 'files') return null;
  if (words === 0 && pictures === 0)
    return unreadable('There is neither text nor a picture in it.', detail('emptyArticle'));
  if (wordsShown < words * LEAST_SHOWN)
    return unreadable(
      `Only ${wordsShown} of its ${words} words are shown. Save the article again to have it whole.`,
      detail('wordsLost', '', wordsShown),
    );
  return null;
}

/** All is there, but it does not look as it should. */
function whyUnlike({ evidence, refused }: Findings): ErrorReport | null {
  const { failedFonts, missingGlyphs, posters, postersShown } = evidence;
  if (failedFonts.length > 0)
    return unreadable(
      `A typeface could not be loaded (${failedFonts[0]}). Install Layover again to have it back.`,
      detail('fontLost', failedFonts[0]),
    );
  const glyphs = missingGlyphs.slice(0, 5).join(' ');
  if (missingGlyphs.length > 0)
    return unreadable(
      `No typeface on this computer has ${glyphs}. Install one for its script, and check again.`,
      detail('glyphsLost', glyphs),
    );
  if (postersShown < posters) return unreadable('The picture of a film in it is not shown.', detail('posterLost'));
  if (refused.length > 0) return unreadable('It asks for something that is not in the library.', detail('foreignPart'));
  return null;
}

function unreadable(message: string, what: FailureDetail): ErrorReport {
  return { code: 'unreadable', message, detail: what };
}
