// The open connections of one capture: kept alive between its requests, bounded per host, closed together.
// Remembers which hosts are down, so that a dead one is waited for once.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { AppError } from '#contract/errors.ts';
import { createGuard, type Guard, type GuardOptions, type HostAddress } from './guard.ts';

/** How connections are made. */
export interface ConnectionOptions extends GuardOptions {
  /** Connections to one host at a time. */
  readonly perHost: number;
  /** Certificate authorities, as PEM, trusted beside the built-in ones. */
  readonly authorities?: readonly string[];
}

/** How to judge, resolve and trust hosts, whatever is fetched; the defaults are the internet's. */
export type Network = Omit<ConnectionOptions, 'privateHost' | 'perHost'>;

/** The connections of one capture. */
export interface Connections {
  readonly guard: Guard;
  /** Options of Node's `request` that decide whom to trust and which connection to use; `isFresh` takes no used one. */
  transport(url: URL, isFresh: boolean): { readonly agent: HttpAgent | false; readonly ca?: string[] };
  /** Why earlier requests found this host dead. */
  down(url: URL): AppError | undefined;
  /** A request found nobody there. A host that has answered before is given up only after several of these. */
  markDown(url: URL, why: AppError): void;
  markAnswered(url: URL): void;
  /** By the origin of an address. */
  hasAnswered(origin: string): boolean;
  /** The addresses, the one that last took a connection first, so that a dead one is waited for once. */
  inOrder(url: URL, addresses: readonly HostAddress[]): readonly HostAddress[];
  markWorking(url: URL, address: HostAddress): void;
  close(): void;
}

const TOLERATED_FAILURES = 3;

/** Opens the connections of one capture; `close` must follow. */
export function openConnections(options: ConnectionOptions): Connections {
  const ca = options.authorities === undefined ? {} : { ca: [...rootCertificates, ...options.authorities] };
  const pool = { keepAlive: true, maxSockets: options.perHost, maxFreeSockets: options.perHost };
  const plain = new HttpAgent(pool);
  const secure = new HttpsAgent(pool);
  const dead = new Map<string, AppError>();
  const answered = new Set<string>();
  const failures = new Map<string, number>();
  const working = new Map<string, HostAddress>();
  return {
    guard: createGuard(options),
    transport(url, isFresh) {
      if (isFresh) return { agent: false, ...ca };
      return url.protocol === 'https:' ? { agent: secure, ...ca } : { agent: plain };
    },
    down: (url) => dead.get(url.origin),
    markDown(url, why) {
      const count = (failures.get(url.origin) ?? 0) + 1;
      failures.set(url.origin, count);
      if (!answered.has(url.origin) || count >= TOLERATED_FAILURES) dead.set(url.origin, why);
    },
    markAnswered: (url) => void answered.add(url.origin),
    hasAnswered: (origin) => answered.has(origin),
    inOrder(url, addresses) {
      const first = working.get(url.origin);
      return first === undefined
        ? alternating(addresses)
        : [first, ...addresses.filter((each) => each.address !== first.address)];
    },
    markWorking: (url, address) => void working.set(url.origin, address),
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

/** Families in turn, beginning with the one the system prefers (the order of RFC 8305). */
function alternating(addresses: readonly HostAddress[]): HostAddress[] {
  const first = addresses.filter(({ family }) => family === addresses[0]?.family);
  const second = addresses.filter(({ family }) => family !== addresses[0]?.family);
  const longest = Math.max(first.length, second.length);
  return Array.from({ length: longest }, (_, index) =>
    [first[index], second[index]].flatMap((each) => each ?? []),
  ).flat();
}
