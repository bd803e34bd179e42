// What exactly failed, as a case and its values: for windows in other languages than English, in which every message is written. Pure.

/** The cases that are told apart; what any other failure was is told by its code alone. */
export const FAILURE_CASES = [
  'lookUpDown',
  'hostUnknown',
  'hostRefused',
  'hostUnreached',
  'hostSlow',
  'certificateExpired',
  'certificateEarly',
  'certificateOfOther',
  'certificateUnknown',
  'insecure',
  'cutShort',
  'portal',
  'privateHost',
  'ownNetwork',
  'notThere',
  'removed',
  'signIn',
  'withheld',
  'busy',
  'siteFault',
  'otherAnswer',
  'ledAround',
  'noAddress',
  'longAddress',
  'manyLines',
  'secretAddress',
  'fileAddress',
  'otherScheme',
  'notAddress',
  'largeFile',
  'unreadFile',
  'emptyFile',
  'otherFile',
  'slowFile',
  'lockedFile',
  'brokenFile',
  'mostHighlights',
  'mostTags',
  'mostDictionaries',
  'roomToMake',
  'readOnlyDisk',
  'otherMachine',
  'updateOnTrip',
  'meteredUpdate',
  'copyOfSignIn',
  'damagedPart',
  'pageLacking',
  'shortenedText',
  'emptyArticle',
  'wordsLost',
  'fontLost',
  'glyphsLost',
  'posterLost',
  'foreignPart',
  'notOpened',
  'slowArticle',
  'failedArticle',
] as const;

/** One of them. */
export type FailureCase = (typeof FAILURE_CASES)[number];

/** A case with its values. `what` is a host, a file's name, an address or the way through several; empty where the case names nothing. `number` is a status, a count, minutes, seconds or megabytes, as the case needs; 0 where it counts nothing. */
export interface FailureDetail {
  readonly is: FailureCase;
  readonly what: string;
  readonly number: number;
}

/** Makes a detail. */
export function detail(is: FailureCase, what = '', number = 0): FailureDetail {
  return { is, what, number };
}
