// The machines of the person's own network that may be asked, each with the way to take that back; nothing while there are none.
import type { ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { takeSettings, useMirror } from '../app/mirror.ts';
import { words } from '../ui/words.ts';

/** Draws the list. */
export function OwnNetworkSettings(): ReactNode {
  const hosts = useMirror((mirror) => mirror.settings.privateHosts);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  if (hosts.length === 0) return null;
  return (
    <>
      <p id="own-network" className="settings-line">
        {words.ownNetwork.allowed}
      </p>
      <ul aria-labelledby="own-network">
        {hosts.map((host) => (
          <li key={host} className="settings-line">
            <span className="settings-path" dir="ltr">
              {host}
            </span>
            {!isReadOnly && (
              <button
                type="button"
                className="button button-small button-plain"
                aria-label={words.ownNetwork.forgetHost({ host })}
                onClick={() => attempt(takeSettings(call('network.forget', { host })))}
              >
                {words.ownNetwork.forget}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="settings-hint">{words.ownNetwork.allowedHint}</p>
    </>
  );
}
