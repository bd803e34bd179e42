// One save that is not done: what it is, how far it is or why not, and what can be done about it.
import type { ReactNode } from 'react';
import type { Save } from '#contract/save.ts';
import { attempt, openAndSave, openInBrowser } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { CloseIcon, EarlierIcon, FirstIcon, LaterIcon, RetryIcon, WarningIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { foundLine, stateLine } from './saveWords.ts';
import './SaveTray.css';

/** What a row shows. */
export interface TrayRowProps {
  readonly save: Save;
  /** -1 in a list whose rows are gone through with the arrow keys. */
  readonly tabIndex?: 0 | -1;
  /** Whether it says where the link was found and can be given another place. */
  readonly isFull?: boolean;
}

/** Draws one. */
export function TrayRow({ save, tabIndex = 0, isFull = false }: TrayRowProps): ReactNode {
  const { progress, label, id, foundIn } = save;
  const hasFailed = progress.state === 'failed';
  const waits = progress.state === 'postponed' || progress.state === 'offline';
  const portal = progress.state === 'offline' ? progress.portal : null;
  const share = progress.state === 'images' && progress.total > 0 ? progress.done / progress.total : undefined;
  return (
    <div className={`tray-row ${hasFailed ? 'tray-row-failed' : ''}`}>
      <div className="tray-label" title={label}>
        {hasFailed && <WarningIcon size={14} aria-hidden />}
        <bdi>{shortLabel(label)}</bdi>
      </div>
      {isFull && foundIn !== null && <p className="tray-found">{foundLine(foundIn)}</p>}
      <p className="tray-state">{stateLine(progress)}</p>
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
              data-row-main
              tabIndex={tabIndex}
              className="button button-small"
              aria-label={words.saving.ofSave({ action: words.saving.retry, label })}
              onClick={() => attempt(call('save.retry', { id }))}
            >
              <RetryIcon size={13} aria-hidden />
              {words.saving.retry}
            </button>
            {/^https?:/i.test(label) && (
              <button
                type="button"
                tabIndex={tabIndex}
                className="button button-small"
                title={words.saving.openHint}
                aria-label={words.saving.ofSave({ action: words.saving.open, label })}
                onClick={() => openAndSave(label, id)}
              >
                {words.saving.open}
              </button>
            )}
            <button
              type="button"
              tabIndex={tabIndex}
              className="button button-small button-plain"
              aria-label={words.saving.ofSave({ action: words.saving.dismiss, label })}
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
                tabIndex={tabIndex}
                className="button button-small"
                aria-label={words.saving.ofSave({ action: words.saving.signIn, label })}
                onClick={() => openInBrowser(portal)}
              >
                {words.saving.signIn}
              </button>
            )}
            {waits && (
              <button
                type="button"
                tabIndex={tabIndex}
                className="button button-small"
                aria-label={words.saving.ofSave({ action: words.saving.tryNow, label })}
                onClick={() => attempt(call('save.retry', { id }))}
              >
                {words.saving.tryNow}
              </button>
            )}
            {isFull && <Mover save={save} tabIndex={tabIndex} />}
            <button
              type="button"
              data-row-main
              tabIndex={tabIndex}
              className="icon-button tray-cancel"
              title={words.saving.cancel}
              aria-label={words.saving.ofSave({ action: words.saving.cancel, label })}
              onClick={() => attempt(call('save.cancel', { id }))}
            >
              <CloseIcon size={15} aria-hidden />
            </button>
          </>
        )}
      </div>
    </div>
  );
}

const MOVES = [
  ['first', FirstIcon, words.saving.toFront],
  ['earlier', EarlierIcon, words.saving.earlier],
  ['later', LaterIcon, words.saving.later],
] as const;

function Mover({ save, tabIndex }: { readonly save: Save; readonly tabIndex: 0 | -1 }): ReactNode {
  return MOVES.map(([to, Icon, name]) => (
    <button
      key={to}
      type="button"
      tabIndex={tabIndex}
      className="icon-button"
      title={name}
      aria-label={words.saving.ofSave({ action: name, label: save.label })}
      onClick={() => attempt(call('save.move', { id: save.id, to }))}
    >
      <Icon size={15} aria-hidden />
    </button>
  ));
}

function shortLabel(label: string): string {
  return label.replace(/^https?:\/\/(www\.)?/, '');
}
