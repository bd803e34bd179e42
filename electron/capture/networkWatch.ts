// How saves ended goes in; whether there is a network comes out. Only real requests count; a site that is down is not a network that is.
import { networkInterfaces } from 'node:os';
import type { AppError } from '#contract/errors.ts';

/** The network does not lead to the sites asked for; `portal` is where it wants its user to sign in. */
export interface Outage {
  readonly portal: string | null;
}

/** A judgement of the network. */
export interface NetworkWatch {
  /** `undefined` while there is no sign of an outage. */
  outage(): Outage | undefined;
  /** Hears how a request to a host ended, `undefined` for well. Tells whether the failure is the network's and not the site's. */
  hear(host: string, failure: AppError | undefined): boolean;
}

/** Makes a watch that takes the network to be there until it hears otherwise; `hasInterface` asks the system for any way out. */
export function createNetworkWatch(hasInterface: () => boolean = hasWayOut): NetworkWatch {
  let outage: Outage | undefined;
  /** Hosts whose names were unknown since the last answer of any. */
  const unresolved = new Set<string>();

  function down(portal: string | null): boolean {
    outage = { portal };
    return true;
  }

  return {
    outage: () => outage,
    hear(host, failure) {
      const kind = failure?.outlook?.kind;
      if (failure?.code === 'cancelled') return false;
      if (kind === 'offline') return down(null);
      if (failure?.outlook?.kind === 'portal') return down(failure.outlook.address);
      if (kind === 'unresolved') {
        unresolved.add(host);
        // One unknown name may be misspelt; several, or any without a way out, are a missing network.
        return outage !== undefined || unresolved.size > 1 || !hasInterface() ? down(outage?.portal ?? null) : false;
      }
      outage = undefined;
      unresolved.clear();
      return false;
    },
  };
}

/** An address that is neither the machine's own nor one it gave itself for want of a network (RFC 3927, RFC 4291). */
function hasWayOut(): boolean {
  return Object.values(networkInterfaces())
    .flat()
    .some((each) => each !== undefined && !each.internal && !/^(?:169\.254\.|fe80:)/i.test(each.address));
}
