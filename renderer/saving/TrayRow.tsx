// One save that is not done: what it is, how far it is or why not, and what can be done about it.
import type { ReactNode } from 'react';
import type { Save } from '#contract/save.ts';
import { attempt, openInBrowser } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { CloseIcon, RetryIcon, WarningIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './SaveTray.css';

/** Draws one. */
export function TrayRow({ save }: { readonly save: Save }): ReactNode {
  const { progress, label, id } = save;
  const hasFailed = progress.state === 'failed';
  const waits = progress.state === 'postponed' || progress.state === 'offline';
  const portal = progress.state === 'offline' ? progress.portal : null;
  const share = progress.state === 'images' && progress.total > 0 ? progress.done / progress.total : undefined;
  return (
    <li className={`tray-row ${hasFailed ? 'tray-row-failed' : ''}`}>
      <div className="tray-label" title={label}>
        {hasFailed && <WarningIcon size={14} aria-hidden />}
        {shortLabel(label)}
      </div>
      <p className="tray-state">{words.saving.state(progress)}</p>
      {!hasFailed && !waits && progress.state !== 'waiting' && (
        <div className="tray-bar" aria-hidden>
          <div
            className={share === undefined ? 'tray-bar-waiting' : 'tray-bar-done'}
            style={share === undefined ? undefined : { inlineSize: `${share * 100}%` }}
          />
        </div>
      )}
      <div className="tray-actions">
        {hasFailed ? (
          <>
            <button
              type="button"
              className="button button-small"
              aria-label={words.saving.ofSave(words.saving.retry, label)}
              onClick={() => attempt(call('save.retry', { id }))}
            >
              <RetryIcon size={13} aria-hidden />
              {words.saving.retry}
            </button>
            <button
              type="button"
              className="button button-small button-plain"
              aria-label={words.saving.ofSave(words.saving.dismiss, label)}
              onClick={() => attempt(call('save.dismiss', { id }))}
            >
              {words.saving.dismiss}
            </button>
          </>
        ) : (
          <>
            {portal !== null && (
              <button
                type="button"
                className="button button-small"
                aria-label={words.saving.ofSave(words.saving.signIn, label)}
                onClick={() => openInBrowser(portal)}
              >
                {words.saving.signIn}
              </button>
            )}
            {waits && (
              <button
                type="button"
                className="button button-small"
                aria-label={words.saving.ofSave(words.saving.tryNow, label)}
                onClick={() => attempt(call('save.retry', { id }))}
              >
                {words.saving.tryNow}
              </button>
            )}
            <button
              type="button"
              className="icon-button tray-cancel"
              title={words.saving.cancel}
              aria-label={words.saving.ofSave(words.saving.cancel, label)}
              onClick={() => attempt(call('save.cancel', { id }))}
            >
              <CloseIcon size={15} aria-hidden />
            </button>
          </>
        )}
      </div>
    </li>
  );
}

function shortLabel(label: string): string {
  return label.replace(/^https?:\/\/(www\.)?/, '');
}
