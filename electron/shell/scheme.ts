// The app's own scheme: the window, article documents and stored pictures come from it and from nowhere else.
import { protocol, type Session } from 'electron';
import type { Pages } from '../serve/pages.ts';

/** Origin of the window; exact, so that it can be compared. */
export const APP_ORIGIN = 'layover-app://app';

const SCHEME = 'layover-app';

/**
 * Declares the scheme. Electron allows this once, before it is ready. No CSP bypass, no service workers, no CORS. What V8 makes of the
 * window's program is kept from one start to the next, as for pages of the web; Electron has this since 28 and leaves it out before.
 */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Lets one session answer the scheme; a host other than ours is refused before the handler sees it. */
export function serveScheme(session: Session, pages: Pages): void {
  // `protocol.handle` does the same with Node's `Response` and web streams, which a start waits for some 40 ms to be compiled.
  // oxlint-disable-next-line typescript/no-deprecated
  session.protocol.registerBufferProtocol(SCHEME, ({ url, method }, respond) => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) return respond({ statusCode: 404, data: Buffer.alloc(0) });
    void pages({ url, method }).then(({ status, headers, body }) =>
      respond({ statusCode: status, headers: { ...headers }, data: body }),
    );
  });
}

/** Tells whether an address is one of our own; decided on the parsed address, never on how it is spelt. */
export function isOwnAddress(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${SCHEME}:` && url.host === 'app' && url.username === '' && url.password === '';
  } catch {
    // What cannot be parsed cannot be ours.
    return false;
  }
}
