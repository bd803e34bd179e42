// Failures of the network come in as Node reports them; sentences a person can act on go out, each with its code.
import { AppError, type ErrorCode, type FailureOptions, type Outlook } from '#contract/errors.ts';
import { detail, type FailureCase } from '#contract/failureDetail.ts';

/** What is being fetched: a page's failure says what is safe and what to do, that of anything else only what went wrong. */
export type Subject = 'page' | 'further page' | 'picture' | 'feed';

/** Makes a failure. `next` is the advice that follows for a page. */
export function failure(
  subject: Subject,
  code: ErrorCode,
  problem: string,
  next: string,
  options: FailureOptions = {},
): AppError {
  const message = subject === 'page' ? `${problem} Nothing was stored; your link is kept. ${next}` : problem;
  return new AppError(code, message, options);
}

const LATER = 'Try again in a while.';
const PASSES: Outlook = { kind: 'later', afterMs: 0, isHostWide: false };
/** What the system says when it has no way to any network. */
const OFFLINE = new Set(['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'ENONET']);

/** The code Node gave an error, such as `ECONNREFUSED`; empty when it gave none. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** The person, or the end of the app, stopped it. */
export function cancelled(subject: Subject): AppError {
  return failure(subject, 'cancelled', 'Cancelled.', 'Save it again whenever you like.');
}

/** A limit of time was passed; `problem` says which. */
export function tooSlow(subject: Subject, host: string, problem: string): AppError {
  return failure(subject, 'timeout', problem, 'Try again when the connection or the site is faster.', {
    outlook: PASSES,
    detail: detail('hostSlow', host),
  });
}

/** The host's name has no address. */
export function unresolved(subject: Subject, host: string, cause: unknown): AppError {
  return codeOf(cause) === 'EAI_AGAIN'
    ? failure(
        subject,
        'network',
        `The name ${host} could not be looked up; the network seems to be down.`,
        'Try again when you are online.',
        { cause, outlook: { kind: 'offline' }, detail: detail('lookUpDown', host) },
      )
    : failure(
        subject,
        'network',
        `There is no site named ${host}, or you are offline.`,
        'Check the spelling and the connection, then try again.',
        { cause, outlook: { kind: 'unresolved' }, detail: detail('hostUnknown', host) },
      );
}

/** No address of the host took the connection. */
export function unreached(subject: Subject, url: URL, cause: unknown): AppError {
  const code = codeOf(cause);
  if (code === 'ECONNREFUSED') {
    const next =
      url.protocol === 'https:'
        ? 'Check the address; if the site is an old one, begin it with http:// instead of https://.'
        : 'Check the address, or try again in a while.';
    return failure(subject, 'network', `${url.host} refused the connection.`, next, {
      cause,
      detail: detail('hostRefused', url.host),
    });
  }
  if (code === 'ETIMEDOUT') return tooSlow(subject, url.host, `${url.host} could not be connected to in time.`);
  return failure(
    subject,
    'network',
    `${url.host} cannot be reached from here.`,
    'Check the connection, then try again.',
    {
      cause,
      detail: detail('hostUnreached', url.host),
      ...(OFFLINE.has(code) ? { outlook: { kind: 'offline' } } : {}),
    },
  );
}

/** The secure connection could not be made; there is no way around it on purpose. */
export function insecure(subject: Subject, url: URL, cause: unknown): AppError {
  const why = TLS_REASONS[codeOf(cause)] ?? 'a secure connection could not be made';
  return failure(
    subject,
    'tls',
    `${url.host} could not prove that it is itself: ${why}.`,
    'Check the date of this computer and the address; on a guest network, sign in first.',
    { cause, detail: detail(TLS_CASES[codeOf(cause)] ?? 'insecure', url.host) },
  );
}

const TLS_REASONS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another site',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it signed its certificate itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes from an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an unknown authority',
};

const TLS_CASES: Readonly<Record<string, FailureCase>> = {
  CERT_HAS_EXPIRED: 'certificateExpired',
  CERT_NOT_YET_VALID: 'certificateEarly',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateOfOther',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificateUnknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificateUnknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificateUnknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificateUnknown',
};

/** The connection ended before the answer did. */
export function cutShort(subject: Subject, host: string, cause?: unknown): AppError {
  return failure(subject, 'incomplete', `${host} closed the connection before everything had come.`, LATER, {
    cause,
    outlook: PASSES,
    detail: detail('cutShort', host),
  });
}

/** What came is not a well-formed answer. */
export function malformed(subject: Subject, problem: string, cause?: unknown): AppError {
  return failure(
    subject,
    'bad-response',
    problem,
    'This is a fault of the site; try again later, or save the page from your browser as a file.',
    { cause },
  );
}

/** More than may be kept. */
export function tooLarge(subject: Subject, problem: string): AppError {
  return failure(subject, 'too-large', problem, 'You can save the part you need from your browser as a file.');
}

/** The network answered in the site's place and wants its user to sign in at `address`. */
export function behindPortal(host: string, address: string): AppError {
  return failure(
    'page',
    'portal',
    `This network wants you to sign in before it lets you reach ${host}.`,
    'Sign in with your browser; then it is fetched by itself.',
    { outlook: { kind: 'portal', address }, detail: detail('portal', host) },
  );
}

/** The way there leads somewhere it may not; the hops are shown. */
export function badRedirect(
  subject: Subject,
  problem: string,
  chain: readonly URL[],
  options: FailureOptions = {},
): AppError {
  return failure(
    subject,
    'redirect',
    `${problem} The way was: ${shown(chain)}.`,
    'Open the page in your browser and save the address you end up at.',
    { ...options, detail: detail('ledAround', shown(chain)) },
  );
}

/** A page may not make Layover ask machines of the private network. */
export function privateHost(subject: Subject, host: string): AppError {
  return failure(
    subject,
    'bad-input',
    `${host} is on a private network, which Layover asks only when you type such an address yourself.`,
    'Type its address to save it.',
    { detail: detail('privateHost', host) },
  );
}

/** The site answered, but not with the thing asked for; it asks to be left alone for so many milliseconds. */
export function refusedStatus(subject: Subject, url: URL, status: number, retryAfterMs: number): AppError {
  const thing = subject === 'further page' ? 'page' : subject;
  const fail = (
    is: FailureCase,
    problem: string,
    next: string,
    outlook?: Outlook,
    code: ErrorCode = 'http-status',
  ): AppError =>
    failure(subject, code, problem, next, {
      detail: detail(is, url.host, is === 'busy' ? Math.ceil(retryAfterMs / 60_000) : status),
      ...(outlook === undefined ? {} : { outlook }),
    });
  if (status === 404 || status === 410) {
    const gone =
      status === 410
        ? `The ${thing} was removed from ${url.host} for good (410).`
        : `${url.host} has no ${thing} at this address (404).`;
    return fail(
      status === 410 ? 'removed' : 'notThere',
      gone,
      'Check the address, or look for a copy at web.archive.org.',
      undefined,
      'gone',
    );
  }
  if (status === 401 || status === 403 || status === 407) {
    return fail(
      'signIn',
      `${url.host} does not give out this ${thing} without signing in, or not to apps (${status}).`,
      'Open it in your browser and save it from there as a file.',
      undefined,
      'sign-in',
    );
  }
  if (status === 402 || status === 451) {
    return fail(
      'withheld',
      `${url.host} does not give out this ${thing} (${status}).`,
      'Open it in your browser to see why.',
    );
  }
  if (status === 429 || status === 503) {
    const outlook: Outlook = { kind: 'later', afterMs: retryAfterMs, isHostWide: true };
    return fail('busy', `${url.host} is too busy to answer (${status}).`, waitAdvice(retryAfterMs), outlook);
  }
  if (status >= 500) return fail('siteFault', `${url.host} has a fault of its own (${status}).`, LATER, PASSES);
  return fail(
    'otherAnswer',
    `${url.host} answered with ${status} instead of the ${thing}.`,
    'Check the address in your browser.',
  );
}

function waitAdvice(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes <= 1) return LATER;
  return minutes < 120 ? `It asks to wait ${minutes} minutes.` : `It asks to wait ${Math.ceil(minutes / 60)} hours.`;
}

function shown(chain: readonly URL[]): string {
  const steps = chain.map((url) => (url.href.length > 80 ? `${url.href.slice(0, 80)}…` : url.href));
  const ends = steps.length > 6 ? [...steps.slice(0, 3), '…', ...steps.slice(-2)] : steps;
  return ends.join(' → ');
}
