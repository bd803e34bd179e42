// What a person types, pastes or drops comes in; addresses that may be fetched go out.
// Only http and https are let through; every decision is made on the parsed address, never on its text.
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';

// Ad and mailing systems add these to links; none of them changes which page is shown.
// Union of the lists that Firefox and Brave strip, plus the analytics products' own documentation.
const TRACKING = new Set(
  (
    'gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl fbclid msclkid yclid ysclid twclid ' +
    'ttclid li_fat_id igshid igsh mc_cid mc_eid _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id vero_conv ' +
    'mkt_tok oly_anon_id oly_enc_id rb_clickid s_cid wickedid _openstat ml_subscriber ml_subscriber_hash bsft_clkid ' +
    'bsft_eid irclickid guce_referrer guce_referrer_sig _kx __s'
  ).split(' '),
);
const TRACKING_PREFIXES = ['utm_', 'mtm_', 'matomo_', 'piwik_', 'pk_', 'hsa_'];

const LONGEST = 16_384;
const WRAPPERS: readonly (readonly [string, string])[] = [
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['«', '»'],
];

/**
 * Reads one address as a person writes it: space around it, `<…>` or quotes, and a missing `https://` are forgiven.
 * The result is http or https, has a host, and no name or password. Throws `bad-input` with what to write instead.
 */
export function parseAddress(text: string): URL {
  const typed = unwrap(text.trim());
  if (typed === '')
    throw new AppError('bad-input', 'There is no address yet. Type or paste the address of a page.', {
      detail: detail('noAddress'),
    });
  if (typed.length > LONGEST) {
    throw new AppError('bad-input', 'This is too long to be an address. Paste the address of one page only.', {
      detail: detail('longAddress'),
    });
  }
  if (/[\r\n]/.test(typed)) {
    throw new AppError('bad-input', 'This is more than one line. Paste the address of one page at a time.', {
      detail: detail('manyLines'),
    });
  }
  const parsed = readUrl(withScheme(typed));
  if (parsed === null || parsed.hostname === '') throw notAnAddress(typed);
  if (parsed.username !== '' || parsed.password !== '') {
    throw new AppError(
      'bad-input',
      'This address carries a name or password, which Layover does not keep. Remove the part before the @ and try again.',
      { detail: detail('secretAddress') },
    );
  }
  return parsed;
}

/**
 * The form under which two addresses count as one page: no fragment, no tracking parameters, host in lower case, no default
 * port; all else, and the order of what is left, as it was. What is not an http(s) address comes back unchanged.
 */
export function canonicalAddress(url: string): string {
  const parsed = readUrl(url);
  if (parsed === null || !isWeb(parsed)) return url;
  parsed.hash = '';
  // Cut by hand: URLSearchParams would write the rest anew, and some sites tell `%20` from `+`.
  const kept = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair));
  parsed.search = kept.join('&');
  return parsed.href;
}

/** Every http(s) address in a text, each once, in the order they stand; sentence marks and brackets around them are left out. */
export function findAddresses(text: string): string[] {
  const found = new Set<string>();
  for (const [match] of text.matchAll(/https?:\/\/[^\s<>"'`“”«»‹›、。，；：（）「」『』【】]+/gi)) {
    const parsed = readUrl(trimSentence(match));
    if (parsed !== null && parsed.username === '' && parsed.password === '') found.add(parsed.href);
  }
  return [...found];
}

/** Tells whether an address is one that may be fetched at all. */
export function isWeb(url: URL): boolean {
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '';
}

/** Reads a text as an absolute address of any scheme; `null` when it is none. */
export function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch (failure) {
    if (failure instanceof TypeError) return null;
    throw failure;
  }
}

function unwrap(text: string): string {
  for (const [open, close] of WRAPPERS) {
    if (text.length > 1 && text.startsWith(open) && text.endsWith(close)) return text.slice(1, -1).trim();
  }
  return text;
}

function withScheme(typed: string): string {
  if (/^https?:/i.test(typed)) return typed;
  if (typed.startsWith('//')) return `https:${typed}`;
  // `example.org:8080/x` reads as a scheme to a parser and as a host to a person.
  const isHostAndPort = /^[^/:@\s]+:\d{1,5}(?:[/?#]|$)/.test(typed) || typed.startsWith('[');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(typed)?.[1]?.toLowerCase();
  if (scheme !== undefined && !isHostAndPort) throw wrongScheme(scheme);
  const host = /^[^/?#]*/.exec(typed)?.[0] ?? '';
  const looksLikeHost = !/\s/.test(host) && (isHostAndPort || host.includes('.') || host.toLowerCase() === 'localhost');
  if (!looksLikeHost) throw notAnAddress(typed);
  return `https://${typed}`;
}

function wrongScheme(scheme: string): AppError {
  if (scheme === 'file') {
    return new AppError(
      'bad-input',
      'This is a file on this computer. Use “Add files” or drop the file here to save it.',
      { detail: detail('fileAddress') },
    );
  }
  if (scheme === 'mailto' || scheme === 'tel') {
    return new AppError(
      'bad-input',
      `A ${scheme}: link is not a page. Give an address that begins with https:// or http://.`,
      { detail: detail('otherScheme', scheme) },
    );
  }
  return new AppError(
    'bad-input',
    `Layover cannot save “${scheme}:” addresses. Give the address of a page, one that begins with https:// or http://.`,
    { detail: detail('otherScheme', scheme) },
  );
}

function notAnAddress(typed: string): AppError {
  const shown = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
  return new AppError(
    'bad-input',
    `“${shown}” is not a web address. Give one like https://example.org/page; to save text, paste it as text.`,
    { detail: detail('notAddress', shown) },
  );
}

function isTracking(pair: string): boolean {
  const name = (pair.split('=', 1)[0] ?? '').toLowerCase();
  return TRACKING.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function trimSentence(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address.charAt(end - 1);
    if ('.,;:!?…*_|'.includes(last) && last !== '') end -= 1;
    else if (')]}'.includes(last) && last !== '' && isUnopened(address.slice(0, end), last)) end -= 1;
    else return address.slice(0, end);
  }
}

/** Addresses such as `…/Mercury_(planet)` own their bracket; one from the sentence around has no opening half. */
function isUnopened(address: string, close: string): boolean {
  const open = close === ')' ? '(' : close === ']' ? '[' : '{';
  return address.split(close).length > address.split(open).length;
}
