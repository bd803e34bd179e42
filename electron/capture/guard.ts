// Which machines may be reached: host names come in, the very addresses to connect to go out.
// Refuses every address that is not public, unless the person typed that host; in doubt it refuses.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address that a host name stands for. */
export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Whether an IP address is on the public internet; everything else is `private`. */
export type Reach = 'public' | 'private';

/** Asks for all addresses of a host name. Rejects when there are none. */
export type Resolve = (host: string) => Promise<readonly HostAddress[]>;

/** What decides. Both can be put in so that a test can play the internet on loopback. */
export interface GuardOptions {
  /** Host name (no port) that may be private because the person typed it; `null` for none. */
  readonly privateHost: string | null;
  readonly classify?: (address: string) => Reach;
  readonly resolve?: Resolve;
}

/** A host as it may be reached: all its addresses, or why not. */
export type Admission =
  | { readonly admitted: true; readonly addresses: readonly HostAddress[]; readonly reach: Reach }
  | { readonly admitted: false };

/** Judges hosts. Each name is resolved once for the life of the guard, so a second answer can change nothing (DNS rebinding). */
export interface Guard {
  /** Rejects with the resolver's error when the name has no address. */
  admit(host: string): Promise<Admission>;
}

/** Makes a guard for one capture. */
export function createGuard(options: GuardOptions): Guard {
  const classify = options.classify ?? classifyAddress;
  const resolve = options.resolve ?? resolveHost;
  const known = new Map<string, Promise<readonly HostAddress[]>>();

  function addressesOf(host: string): Promise<readonly HostAddress[]> {
    const family = isIP(host);
    if (family !== 0) return Promise.resolve([{ address: host, family: family === 6 ? 6 : 4 }]);
    const earlier = known.get(host);
    if (earlier !== undefined) return earlier;
    const asked = resolve(host);
    known.set(host, asked);
    return asked;
  }

  return {
    async admit(urlHost) {
      const host = urlHost.replace(/^\[|\]$/g, '');
      const addresses = await addressesOf(host);
      // One private answer among public ones is how a hostile name slips through, so it spoils the name.
      const isPublic = addresses.length > 0 && addresses.every(({ address }) => classify(address) === 'public');
      if (isPublic) return { admitted: true, addresses, reach: 'public' };
      if (addresses.length > 0 && urlHost === options.privateHost)
        return { admitted: true, addresses, reach: 'private' };
      return { admitted: false };
    },
  };
}

/**
 * Judges the bytes of an address, so that no way of writing it matters. IPv4 inside IPv6 (mapped, compatible, translated,
 * NAT64, 6to4, Teredo, ISATAP) counts as the IPv4 it reaches. Public means global unicast by the IANA special-purpose
 * registries; anything else, and anything unreadable, is private.
 */
export function classifyAddress(address: string): Reach {
  if (!ipaddr.isValid(address)) return 'private';
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return classifyIpv4(parsed.toByteArray());
  const bytes = parsed.toByteArray();
  const inner = embeddedIpv4(bytes);
  if (inner.length > 0) return inner.every((each) => classifyIpv4(each) === 'public') ? 'public' : 'private';
  const isGlobalUnicast = ((bytes[0] ?? 0) & 0xe0) === 0x20;
  return isGlobalUnicast && parsed.range() === 'unicast' ? 'public' : 'private';
}

function classifyIpv4(bytes: readonly number[]): Reach {
  return bytes.length === 4 && new ipaddr.IPv4([...bytes]).range() === 'unicast' ? 'public' : 'private';
}

/** The IPv4 addresses an IPv6 address leads to; empty when it leads to none. */
function embeddedIpv4(bytes: readonly number[]): number[][] {
  const starts = (...prefix: number[]): boolean => prefix.every((byte, index) => bytes[index] === byte);
  const last = bytes.slice(12);
  const zeros = [0, 0, 0, 0, 0, 0, 0, 0];
  const isMapped = starts(...zeros, 0, 0, 0xff, 0xff);
  const isTranslated = starts(...zeros, 0xff, 0xff, 0, 0);
  const isCompatible = starts(...zeros, 0, 0, 0, 0);
  const isNat64 = starts(0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
  if (isMapped || isTranslated || isCompatible || isNat64) return [last];
  if (starts(0x20, 0x02)) return [bytes.slice(2, 6)];
  // Teredo (RFC 4380) holds its server plainly and its client with every bit turned.
  if (starts(0x20, 0x01, 0, 0)) return [bytes.slice(4, 8), last.map((byte) => byte ^ 0xff)];
  const isIsatap = (bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
  return isIsatap && ((bytes[0] ?? 0) & 0xe0) === 0x20 ? [last] : [];
}

async function resolveHost(host: string): Promise<readonly HostAddress[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}
