// The app's own scheme: the window, article documents and stored pictures come from it and from nowhere else.
import { protocol, type Session } from 'electron';

/** Origin of the window; exact, so that it can be compared. */
export const APP_ORIGIN = 'layover-app://app';

const SCHEME = 'layover-app';

/** Declares the scheme. Electron allows this once, before it is ready. No CSP bypass, no service workers, no CORS. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Lets one session answer the scheme; a host other than ours is refused before the handler sees it. */
export function serveScheme(
  session: Session,
  pages: (request: { readonly url: string; readonly method: string }) => Promise<Response>,
): void {
  session.protocol.handle(SCHEME, (request) =>
    request.url.startsWith(`${APP_ORIGIN}/`) ? pages(request) : new Response(null, { status: 404 }),
  );
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
