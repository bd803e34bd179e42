// Names of the parts of a file: paths in an archive, and the `cid:` addresses that extraction knows them by.
import { isWeb } from '../address.ts';

/** The address of a part that has none on the web (RFC 2392); what may not stand in an address is percent-encoded. */
export function partAddress(name: string): string {
  return `cid:${name
    .replace(/\p{Surrogate}/gu, '_')
    .replace(/[^\w./~@$+-]/gu, (sign) =>
      encodeURIComponent(sign).replace(/[!'()*]/, (plain) => `%${plain.charCodeAt(0).toString(16)}`),
    )}`;
}

/**
 * The path that a relative reference means, read from the document at `from`: without `..`, query or fragment, percent-decoded.
 * `undefined` for what leads to the web or out of the archive.
 */
export function pathOf(reference: string, from: string): string | undefined {
  const bare = reference.trim();
  if (bare === '' || bare.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(bare) || bare.startsWith('//'))
    return undefined;
  const folder = bare.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const path: string[] = [...folder];
  for (const step of decoded(bare.replace(/[?#].*$/s, '')).split(/[\\/]/)) {
    if (step === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (step !== '' && step !== '.') {
      path.push(step);
    }
  }
  return path.length === 0 ? undefined : path.join('/');
}

/** The absolute address of a reference on the web, without its fragment; `null` for anything else. */
export function webAddressOf(reference: string, base: string | null): string | null {
  const bare = reference.trim();
  const url = bare === '' ? null : resolved(bare, base);
  if (url === null || !isWeb(url)) return null;
  url.hash = '';
  return url.href;
}

function resolved(reference: string, base: string | null): URL | null {
  try {
    return new URL(reference, base ?? undefined);
  } catch {
    // What is no address leads nowhere.
    return null;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return path;
  }
}
