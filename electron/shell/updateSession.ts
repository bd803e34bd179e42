// The session that asks for newer versions, and who publishes them, in; the same with a way to these hosts out, and to nobody else. Chromium looks up no name here
// (`lockdown.ts`), so each is looked up by the proxy that pages go by too. Refuses what is not https.
import type { Session } from 'electron';
import { createGuard, type Guard } from '../capture/guard.ts';
import { startGuardedProxy } from '../capture/guardedProxy.ts';
import { isPublisherHost, type PublisherHosts } from '../library/updating/updateConfig.ts';

/** No version is as large. */
const MAX_BYTES = 1024 * 1024 * 1024;
const NOWHERE = { proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' };

/** Does something with a way out, which is there no longer than that takes; a name is looked up once in this time. Rejects as `work` does. */
export async function withWayOut<Result>(
  session: Session,
  hosts: PublisherHosts,
  work: () => Promise<Result>,
): Promise<Result> {
  const proxy = await startGuardedProxy({ guard: guardOf(hosts), maxBytes: MAX_BYTES, isSecureOnly: true });
  try {
    await session.setProxy({ ...NOWHERE, proxyRules: `127.0.0.1:${proxy.port}` });
    return await work();
  } finally {
    await session.setProxy(NOWHERE);
    await session.closeAllConnections();
    await proxy.close();
  }
}

function guardOf(hosts: PublisherHosts): Guard {
  const guard = createGuard({ privateHost: hosts.named });
  return {
    admit: (host) => (isPublisherHost(host, hosts) ? guard.admit(host) : Promise.resolve({ admitted: false })),
  };
}
