// A page fetched as one whose address the person typed, and of whose host they have said that it may be a private one: sites of tests are.
import { fetchPage, type FetchPageOptions, type RawPage } from '../../../electron/capture/fetchPage.ts';

/** Fetches it. Throws as `fetchPage`. */
export function fetchTyped(address: URL, options: FetchPageOptions = {}): Promise<RawPage> {
  return fetchPage(address, { privateHost: address.hostname, ...options });
}
