// The limit of the library: how much, what happens when it is passed, and what could go by these rules now.
import { useState, type ReactNode } from 'react';
import type { Settings } from '#contract/settings.ts';
import type { CapState } from '#contract/storage.ts';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { formatBytes } from '../ui/dates.ts';
import { words } from '../ui/words.ts';

const GB = 1_000_000_000;
const LEAST_GB = 0.01;
const FIRST_GB = 5;
const POLICIES: readonly Settings['capPolicy'][] = ['warn', 'trash'];

/** Draws the setting; `state` is how the library stands to the limit, `null` without one. */
export function CapSetting({ state }: { readonly state: CapState | null }): ReactNode {
  const { capBytes, capPolicy } = useMirror((mirror) => mirror.settings);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const [typed, setTyped] = useState<string>();
  const keep = (): void => {
    const size = Number((typed ?? '').replace(',', '.'));
    if (typed !== undefined && size >= LEAST_GB) attempt(changeSettings({ capBytes: Math.round(size * GB) }));
    setTyped(undefined);
  };
  return (
    <section className="storage-part">
      <h2>{words.storage.capTitle}</h2>
      <div className="cap-line">
        <label>
          <input
            type="checkbox"
            checked={capBytes !== null}
            disabled={isReadOnly}
            onChange={({ target: { checked } }) =>
              attempt(changeSettings({ capBytes: checked ? FIRST_GB * GB : null }))
            }
          />
          {words.storage.capOn}
        </label>
        <input
          className="field cap-size"
          type="text"
          inputMode="decimal"
          aria-label={words.storage.capLabel}
          disabled={capBytes === null || isReadOnly}
          value={typed ?? (capBytes === null ? '' : String(capBytes / GB))}
          onChange={({ target: { value } }) => setTyped(value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
        {words.storage.capUnit}
      </div>
      {capBytes !== null && (
        <fieldset className="cap-policies" disabled={isReadOnly}>
          <legend>{words.storage.policyLabel}</legend>
          {POLICIES.map((policy) => (
            <label key={policy}>
              <input
                type="radio"
                name="cap-policy"
                checked={capPolicy === policy}
                onChange={() => attempt(changeSettings({ capPolicy: policy }))}
              />
              {words.storage.policies[policy]}
            </label>
          ))}
        </fieldset>
      )}
      {capBytes !== null && <p className="storage-note">{words.storage.policyExplained}</p>}
      {state !== null && <Stand state={state} />}
    </section>
  );
}

function Stand({ state }: { readonly state: CapState }): ReactNode {
  const { overBytes, articles, copies, freedBytes } = state;
  if (overBytes === 0) return null;
  const isStuck = articles + copies === 0;
  return (
    <p className="storage-note" role="status">
      <strong>{words.storage.over({ size: formatBytes(overBytes) })}</strong>{' '}
      {isStuck
        ? words.storage.nothingCouldGo
        : words.storage.couldGo({ articles, copies, size: formatBytes(freedBytes) })}
    </p>
  );
}
