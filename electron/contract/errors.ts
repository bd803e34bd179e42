// The one error that is thrown on purpose, and the closed list of its codes. Anything else thrown is a bug.

/** Why something failed, in words a program can branch on. `internal` is a bug of ours; its details never reach the window. */
export type ErrorCode =
  | 'bad-input'
  | 'not-found'
  | 'network'
  | 'timeout'
  | 'tls'
  | 'redirect'
  | 'http-status'
  | 'bad-response'
  | 'incomplete'
  | 'too-large'
  | 'unreadable'
  | 'no-content'
  | 'disk'
  | 'locked'
  | 'cancelled'
  | 'internal';

/** An expected failure. `message` is written for the person: what went wrong, what is safe, what to do next; it names no path of ours and no stack. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
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
