// What pages are answered with, as a browser has it.
import type { PageAnswer } from '../../electron/serve/pages.ts';

/** The answer as a response of the Fetch Standard. */
export function responseOf({ status, headers, body }: PageAnswer): Response {
  return new Response(new Uint8Array(body), { status, headers });
}
