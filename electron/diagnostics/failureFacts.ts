// Anything that was thrown in; what of it may be written down out: kinds, codes and places in our own programs. Never its message, because that
// may name what the person reads; only what is on a list here, or of a form in which nothing of theirs fits, goes through.
import { AppError, ERROR_CODES } from '#contract/errors.ts';

/** What may be known of a failure. */
export interface FailureFacts {
  /** What kind of error it was, such as `TypeError`. */
  readonly kind: string;
  /** One of ours, or the system's name of it, such as `ENOSPC`. */
  readonly code?: string;
  /** The case of an `AppError`. */
  readonly detail?: string;
  /** What of the system was asked, such as `rename`. */
  readonly syscall?: string;
  /** What the engine said, as far as it is the same whatever the person reads. */
  readonly said?: string;
  /** Places in our own programs, the innermost first. */
  readonly frames: readonly string[];
  readonly cause?: FailureFacts;
  /** The whole message; only where the person allows it. */
  readonly message?: string;
}

const KINDS =
  /^(?:Error|AggregateError|AppError|DOMException|(?:Type|Range|Reference|Syntax|Eval|URI|Abort|Timeout|System|Vali)Error)$/;
/** What the engine says without naming anything. */
const SAID = [
  'Cannot read properties of undefined',
  'Cannot read properties of null',
  'Cannot set properties of undefined',
  'Cannot set properties of null',
  'Maximum call stack size exceeded',
  'Invalid array length',
  'Invalid string length',
  'Invalid typed array length',
  'Array buffer allocation failed',
  'Assignment to constant variable.',
  'Invalid time value',
  'Unexpected end of JSON input',
  'Invalid URL',
  'Object has been destroyed',
] as const;
const SAID_ENDS = ['is not a function', 'is not iterable', 'is not defined', 'is not a constructor'] as const;

const PROGRAMS =
  '(?:main|preload|cli|extractWorker|fileWorker|searchWorker|dictionaryWorker|feedWorker|importWorker)\\.cjs|(?:index|check)-[\\w-]{1,16}\\.js';
const PLACE = new RegExp(`[\\\\/](${PROGRAMS}):(\\d{1,7}):(\\d{1,7})\\)?$`);
const NAMED = /^at (?:async )?(?:new )?([\w$.<>]{1,60}) \(/;
const MOST_FRAMES = 12;
const MOST_CAUSES = 4;
const MOST_LINES = 200;
const MESSAGE_LENGTH = 1_000;

/** Reads them. `mayName` tells whether the person allows addresses, titles and files. Never throws. */
export function failureFacts(failure: unknown, mayName: boolean): FailureFacts {
  try {
    return factsOf(failure, mayName, MOST_CAUSES);
  } catch (broken) {
    // A failure whose own parts throw when they are read says nothing else.
    return { kind: broken instanceof Error ? 'Unreadable' : 'Other', frames: [] };
  }
}

function factsOf(failure: unknown, mayName: boolean, causes: number): FailureFacts {
  if (!(failure instanceof Error)) return { kind: 'Other', frames: [], ...named(String(failure), mayName) };
  const { name, message, stack = '', cause } = failure;
  const code = codeOf(failure);
  const detail = failure instanceof AppError ? failure.detail : undefined;
  const said = saidIn(message);
  return {
    kind: KINDS.test(name) ? name : 'Error',
    ...(code === undefined ? {} : { code }),
    ...(detail === undefined ? {} : { detail: detail.is }),
    ...syscallOf(failure),
    ...(said === undefined ? {} : { said }),
    frames: [...framesIn(stack.replace(message, ''), true), ...framesIn(message, false)].slice(0, MOST_FRAMES),
    ...(cause === undefined || causes === 0 ? {} : { cause: factsOf(cause, mayName, causes - 1) }),
    ...named(message, mayName),
  };
}

function named(message: string, mayName: boolean): { readonly message?: string } {
  return mayName && message !== '' ? { message: message.slice(0, MESSAGE_LENGTH) } : {};
}

/** A system's name of a failure is in capitals; of ours each is known. */
function codeOf(failure: Error): string | undefined {
  const code: unknown = 'code' in failure ? failure.code : undefined;
  if (typeof code !== 'string') return undefined;
  if (failure instanceof AppError) return ERROR_CODES.find((each) => each === code);
  return /^E[A-Z0-9_]{2,39}$|^(?:CERT|DEPTH|SELF|UNABLE|HPE|UND)_[A-Z0-9_]{2,60}$/.test(code) ? code : undefined;
}

function syscallOf(failure: Error): { readonly syscall?: string } {
  const syscall: unknown = 'syscall' in failure ? failure.syscall : undefined;
  return typeof syscall === 'string' && /^[a-z]{2,16}$/.test(syscall) ? { syscall } : {};
}

function saidIn(message: string): string | undefined {
  const begun = SAID.find((each) => message.startsWith(each));
  return begun ?? SAID_ENDS.find((each) => message.endsWith(each));
}

/** A thread hands its failures over as texts, so places stand in messages too; the names before them may be anything there. */
function framesIn(text: string, hasNames: boolean): readonly string[] {
  return text
    .split('\n', MOST_LINES)
    .map((line) => line.trim())
    .flatMap((line) => {
      const place = line.startsWith('at ') && line.length < 1_000 ? PLACE.exec(line) : null;
      if (place === null) return [];
      const name = hasNames ? NAMED.exec(line)?.[1] : undefined;
      const where = `${place[1] ?? ''}:${place[2] ?? ''}:${place[3] ?? ''}`;
      return [name === undefined ? where : `${name} ${where}`];
    });
}
