// The address of a link that a person clicked in; the address that the system may open out. Refuses every scheme but http, https and mailto, hosts that
// are written to look like others, and what no person could read to its end. Pure.
import { AppError } from '#contract/errors.ts';

const OPENABLE: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const LONGEST = 8_192;

/** Decided on the parsed address, and the parsed address is what is opened: what the system gets is what was judged. Throws `bad-input`. */
export function openableAddress(address: string): string {
  const url = parsed(address);
  if (!OPENABLE.has(url.protocol) || url.href.length > LONGEST)
    throw new AppError('bad-input', 'Layover opens only web and mail addresses in other programs.');
  // What stands before an @ only serves to make one host look like another.
  if (url.username !== '' || url.password !== '')
    throw new AppError(
      'bad-input',
      `This link carries a name or password and leads to ${url.host}. It was not opened; copy it if you trust it.`,
    );
  return url.href;
}

function parsed(address: string): URL {
  try {
    return new URL(address);
  } catch (cause) {
    throw new AppError('bad-input', 'This link is not an address that can be opened.', { cause });
  }
}
