// Addresses as a page wrote them in, addresses that may be kept out: absolute, of a known scheme, without tracking.
import type { Page } from './page.ts';

const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const MAX_LENGTH = 4096;

/** Parameters that tell a site who sent the reader; no page needs them. */
const TRACKING = /^(?:utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|mc_cid|mc_eid|igshid|_hsenc|_hsmi)=/i;

/** A link's address as it may be stored; `undefined` for any scheme but http, https, mailto and tel, and for nonsense. */
export function toLinkAddress(page: Page, href: string): string | undefined {
  const url = parseAddress(page, href);
  if (url === undefined || !LINK_SCHEMES.has(url.protocol)) return undefined;
  if (url.protocol === 'http:' || url.protocol === 'https:') {
    // A name before the host only serves to make one host look like another.
    url.username = '';
    url.password = '';
    if (url.search.length > 1) url.search = withoutTracking(url.search);
  }
  return url.href.length > MAX_LENGTH ? undefined : url.href;
}

/** The absolute http(s) address of something a page loads; `undefined` for anything else. */
export function toWebAddress(page: Page, src: string): URL | undefined {
  const url = parseAddress(page, src);
  return url !== undefined && (url.protocol === 'http:' || url.protocol === 'https:') && url.href.length <= MAX_LENGTH
    ? url
    : undefined;
}

function parseAddress(page: Page, text: string): URL | undefined {
  const bare = text.trim();
  if (bare === '') return undefined;
  try {
    return page.base === null ? new URL(bare) : new URL(bare, page.base);
  } catch {
    // What is no address leads nowhere.
    return undefined;
  }
}

function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => !TRACKING.test(part));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}
