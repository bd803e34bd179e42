// What makes two mentions the same post: their address, or without one their title. Pure.
import type { PostDate } from '#contract/dates.ts';

// An address that the URL standard's parser would give back as it is; telling so costs a fifth of parsing it.
const PLAIN_ADDRESS = /^https?:\/\/(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]+)(\/[\w/.~-]*)?(\?[\w=&.~-]*)?$/;

/**
 * The form in which addresses are compared: scheme, `www.`, a default port, the fragment and a trailing slash do not count; host in
 * lower case, path and query as the URL standard serialises them. `undefined` for anything that is not an http(s) address.
 */
export function addressKey(address: string): string | undefined {
  const plain = PLAIN_ADDRESS.exec(address);
  if (plain !== null && !address.includes('/.')) {
    const [, host = '', path = '', query = ''] = plain;
    return `${host}${path.replace(/\/+$/, '')}${query === '?' ? '' : query}`;
  }
  if (!/^https?:/i.test(address)) return undefined;
  try {
    const { host, pathname, search } = new URL(address);
    return `${host.replace(/^www\./, '').replace(/:(?:80|443)$/, '')}${pathname.replace(/\/+$/, '')}${search}`;
  } catch (failure) {
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
}

/** The form in which titles are compared: compatibility forms, case, white space, dashes and quotation marks made alike; accents count. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201a\u201b\u2032`´]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The key of a post with an address. */
export function addressPostKey(key: string): string {
  return `address ${key}`;
}

/** The key of a post without one, from its `titleKey`; entries of the same title that were added on different days are different posts. */
export function titlePostKey(title: string, added: PostDate | null): string {
  return `title ${added?.slice(0, 10) ?? ''} ${title}`;
}
