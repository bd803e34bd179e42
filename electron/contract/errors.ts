// The one error that is thrown on purpose, and the closed list of its codes. Anything else thrown is a bug.
import type { FailureDetail } from './failureDetail.ts';

/** Why something failed, in words a program can branch on. `internal` is a bug of ours; its details never reach the window. */
export const ERROR_CODES = [
  'bad-input',
  'not-found',
  'network',
  'timeout',
  'tls',
  'redirect',
  'portal',
  'http-status',
  'gone',
  'sign-in',
  'bad-response',
  'incomplete',
  'too-large',
  'unreadable',
  'no-content',
  'disk',
  'locked',
  'cancelled',
  'internal',
] as const;
/** One of them. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * What may come of trying again. `later`: it may work by itself, not before so many milliseconds; `isHostWide` when the whole site asks to
 * be left alone until then. `offline`: there is no network. `unresolved`: the site's name is unknown, or there is no network. `portal`: the
 * network wants its user to sign in first, at this address.
 */
export type Outlook =
  | { readonly kind: 'later'; readonly afterMs: number; readonly isHostWide: boolean }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unresolved' }
  | { readonly kind: 'portal'; readonly address: string };

/** What may be known of a failure beside its code and message. */
export interface FailureOptions {
  readonly cause?: unknown;
  readonly outlook?: Outlook;
  readonly detail?: FailureDetail | undefined;
}

/** An expected failure. `message` is written for the person: what went wrong, what is safe, what to do next; it names no path of ours and no stack. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** `undefined` when trying again by itself is no use. */
  readonly outlook: Outlook | undefined;
  /** What `message` says, for other languages; `undefined` where the code says enough. */
  readonly detail: FailureDetail | undefined;

  constructor(code: ErrorCode, message: string, options?: FailureOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.outlook = options?.outlook;
    this.detail = options?.detail;
  }
}

/** An `AppError` as it crosses a process boundary or rests on disk. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly message: string;
  readonly detail?: FailureDetail;
}

/** What any call answers across the process boundary; inside a process we throw instead. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorReport };

/** Says what may be told about a failure: an `AppError` as it is, anything else only as `internal`. */
export function toErrorReport(failure: unknown): ErrorReport {
  if (failure instanceof AppError) {
    const { code, message, detail } = failure;
    return detail === undefined ? { code, message } : { code, message, detail };
  }
  return {
    code: 'internal',
    message: 'Something went wrong inside Layover. Nothing that was saved is affected; please try again.',
  };
}

/** Makes of a report the failure it was, to be thrown again on this side of a boundary. */
export function fromErrorReport({ code, message, detail }: ErrorReport): AppError {
  return new AppError(code, message, { detail });
}

/** Closes a switch over a union; the compiler complains when a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
