// The one error that is thrown on purpose, and the closed list of its codes. Anything else thrown is a bug.

/** Why something failed, in words a program can branch on. `internal` is a bug of ours; its details never reach the window. */
export type ErrorCode =
  | 'bad-input'
  | 'not-found'
  | 'network'
  | 'timeout'
  | 'tls'
  | 'redirect'
  | 'portal'
  | 'http-status'
  | 'gone'
  | 'sign-in'
  | 'bad-response'
  | 'incomplete'
  | 'too-large'
  | 'unreadable'
  | 'no-content'
  | 'disk'
  | 'locked'
  | 'cancelled'
  | 'internal';

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

/** An expected failure. `message` is written for the person: what went wrong, what is safe, what to do next; it names no path of ours and no stack. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** `undefined` when trying again by itself is no use. */
  readonly outlook: Outlook | undefined;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown; readonly outlook?: Outlook }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.outlook = options?.outlook;
  }
}

/** An `AppError` as it crosses a process boundary or rests on disk. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What any call answers across the process boundary; inside a process we throw instead. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorReport };

/** Says what may be told about a failure: an `AppError` as it is, anything else only as `internal`. */
export function toErrorReport(failure: unknown): ErrorReport {
  if (failure instanceof AppError) return { code: failure.code, message: failure.message };
  return {
    code: 'internal',
    message: 'Something went wrong inside Layover. Nothing that was saved is affected; please try again.',
  };
}

/** Closes a switch over a union; the compiler complains when a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
