// An address as a book may name it: RFC 3986 to the letter, where browsers are more patient. Pure; refuses all but web, mail and telephone.

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address with everything escaped that the RFC has no place for; `undefined` for what cannot be linked to. */
export function bookAddress(address: string): string | undefined {
  const url = urlOf(address);
  if (url === undefined || !SCHEMES.has(url.protocol)) return undefined;
  // A host of Unicode letters, an underscore or an IPv6 address is rare and refused by readers.
  if (url.protocol.startsWith('http') && !/^[a-z0-9.-]+$/i.test(url.hostname)) return undefined;
  // Credentials have no place in a book that is handed on.
  const bare = url.protocol.startsWith('http') ? `${url.origin}${url.pathname}${url.search}${url.hash}` : url.href;
  const at = bare.indexOf('#');
  const [front, fragment] = at < 0 ? [bare, undefined] : [bare.slice(0, at), bare.slice(at + 1)];
  return fragment === undefined ? escaped(front) : `${escaped(front)}#${escaped(fragment.replaceAll('#', '%23'))}`;
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function escaped(part: string): string {
  return part
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/g, (sign) => encodeURIComponent(sign));
}
