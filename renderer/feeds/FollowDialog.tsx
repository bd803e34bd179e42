// The dialog that follows sites: an address, what can be followed there, and the choice.
import { useState, type FormEvent, type ReactNode } from 'react';
import { toErrorReport } from '#contract/errors.ts';
import type { FeedChoice } from '#contract/feeds.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { say } from '../app/toasts.ts';
import { failureText } from '../ui/failureText.ts';
import { withOwnNetwork } from '../saving/ownNetwork.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import './FollowDialog.css';

/** Draws the dialog while it is open. */
export function FollowDialog(): ReactNode {
  const { open, draft } = useOverlays();
  return (
    <SheetDialog
      isOpen={open === 'follow'}
      part="follow"
      title={words.feeds.dialog}
      closeLabel={words.close}
      close={closeOverlay}
    >
      <FollowForm draft={draft.text} />
    </SheetDialog>
  );
}

type Found =
  | { readonly state: 'nothing' }
  | { readonly state: 'looking' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'here'; readonly typed: string; readonly choices: readonly FeedChoice[] };

function FollowForm({ draft }: { readonly draft: string }): ReactNode {
  const [address, setAddress] = useState(draft);
  const [found, setFound] = useState<Found>({ state: 'nothing' });

  async function look(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = address.trim();
    if (typed === '' || found.state === 'looking') return;
    setFound({ state: 'looking' });
    try {
      const choices = await withOwnNetwork(() => call('feeds.look', { address: typed }));
      setFound({ state: 'here', typed, choices });
    } catch (failure) {
      const report = toErrorReport(failure);
      const isOffline = report.detail?.is === 'lookUpDown';
      setFound({ state: 'failed', message: isOffline ? words.feeds.lookOffline : failureText(report) });
    }
  }

  async function follow(typed: string, { kind, address: chosen, title }: FeedChoice): Promise<void> {
    await call('feeds.follow', { typed, address: chosen, kind, title });
    closeOverlay();
    say({ text: words.feeds.followed({ title }) });
  }

  return (
    <form className="save-form" onSubmit={(event) => attempt(look(event))}>
      <label className="save-label" htmlFor="follow-field">
        {words.feeds.address}
      </label>
      <input
        id="follow-field"
        className="field"
        type="text"
        inputMode="url"
        dir="ltr"
        value={address}
        placeholder="https://example.org/"
        aria-describedby="follow-hint"
        aria-invalid={found.state === 'failed'}
        spellCheck={false}
        // The dialog has one purpose, and this is where it begins.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={({ target: { value } }) => setAddress(value)}
      />
      <p id="follow-hint" className="save-understood">
        {words.feeds.addressHint}
      </p>
      <div role="status">
        {found.state === 'looking' && <p className="save-understood">{words.feeds.looking}</p>}
        {found.state === 'failed' && <p className="follow-failure">{found.message}</p>}
        {found.state === 'here' && (
          <Choices choices={found.choices} follow={(choice) => attempt(follow(found.typed, choice))} />
        )}
      </div>
      <div className="save-actions">
        <button
          type="submit"
          className="button button-signal"
          disabled={address.trim() === ''}
          aria-disabled={found.state === 'looking'}
        >
          {words.feeds.look}
        </button>
      </div>
    </form>
  );
}

interface ChoicesProps {
  readonly choices: readonly FeedChoice[];
  readonly follow: (choice: FeedChoice) => void;
}

function Choices({ choices, follow }: ChoicesProps): ReactNode {
  return (
    <ul className="follow-choices" aria-label={words.feeds.found}>
      {choices.map((choice) => (
        <li key={`${choice.kind} ${choice.address}`} className="follow-choice">
          <div className="follow-words">
            <p className="follow-title" dir="auto">
              {choice.title}
            </p>
            <p className="settings-hint">
              <span>{choice.kind === 'feed' ? words.feeds.feedChoice : words.feeds.listChoice}</span>
              {choice.entries !== null && <span> · {words.feeds.count({ count: choice.entries })}</span>}
            </p>
            <p className="settings-hint follow-address" dir="ltr">
              {choice.address}
            </p>
          </div>
          {choice.isFollowed ? (
            <span className="settings-hint">{words.feeds.isFollowed}</span>
          ) : (
            <button
              type="button"
              className="button button-small"
              aria-label={words.feeds.followChoice({ title: choice.title })}
              onClick={() => follow(choice)}
            >
              {words.feeds.followIt}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
