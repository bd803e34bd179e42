// An address as it stands in an export comes in; one that can be saved goes out. Refuses every scheme but http and https, and addresses
// that carry a name or a password.

/** An address, or why it is none. */
export type JudgedAddress =
  | { readonly address: string; readonly skip: null }
  | { readonly address: null; readonly skip: 'no-address' | 'bad-address' };

const LONGEST = 16_384;

/** Judges it; `www.` and `//` at its beginning are read as a browser would. */
export function judgeAddress(text: string | null): JudgedAddress {
  const typed = (text ?? '').slice(0, LONGEST + 1).trim();
  if (typed === '') return { address: null, skip: 'no-address' };
  const url = urlOf(typed.startsWith('//') ? `https:${typed}` : /^www\./i.test(typed) ? `https://${typed}` : typed);
  const isGood =
    url !== null &&
    typed.length <= LONGEST &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.hostname !== '' &&
    url.username === '' &&
    url.password === '';
  return isGood ? { address: url.href, skip: null } : { address: null, skip: 'bad-address' };
}

function urlOf(text: string): URL | null {
  // Node 18.15, on which the app may run, has no `URL.canParse`.
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
