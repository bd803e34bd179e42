// One followed feed: what is known of it, how it stands, what is saved of it by itself, and what can be done with it.
import { useState, type ReactNode } from 'react';
import type { Feed, FeedRule } from '#contract/feeds.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { say } from '../app/toasts.ts';
import { sayDone } from '../app/undo.ts';
import { formatMoment } from '../ui/dates.ts';
import { failureText } from '../ui/failureText.ts';
import { CloseIcon, RemoveIcon, RetryIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';

/** Which. */
export interface FeedRowProps {
  readonly feed: Feed;
  readonly isReadOnly: boolean;
}

/** Draws it. */
export function FeedRow({ feed, isReadOnly }: FeedRowProps): ReactNode {
  const { title, address, movedFrom } = feed;
  return (
    <li className="feed">
      <div className="feed-words">
        <p className="feed-title" dir="auto">
          {title}
        </p>
        <p className="settings-hint feed-address" dir="ltr" title={address}>
          {address}
        </p>
        <p className="settings-hint">{factsOf(feed).join(' · ')}</p>
        <Trouble feed={feed} isReadOnly={isReadOnly} />
        {movedFrom !== null && <p className="settings-hint">{words.feeds.moved({ address: movedFrom })}</p>}
        {feed.hasOlder && <OlderPages feed={feed} isReadOnly={isReadOnly} />}
        {!isReadOnly && feed.isFollowed && <RuleChoice feed={feed} />}
      </div>
      {!isReadOnly && <Buttons feed={feed} />}
    </li>
  );
}

function factsOf({ kind, entries, fetched, next, state, isFollowed }: Feed): readonly string[] {
  return [
    ...(kind === 'list' ? [words.feeds.isList] : []),
    words.feeds.count({ count: entries }),
    ...(state === 'fetching' ? [words.feeds.fetching] : []),
    ...(state === 'new' ? [words.feeds.isNew] : []),
    ...(fetched === null ? [] : [words.feeds.fetched({ date: formatMoment(fetched) })]),
    ...(state === 'offline' && isFollowed ? [words.feeds.waits] : []),
    ...(next === null || state === 'fetching' || state === 'offline'
      ? []
      : [words.feeds.next({ date: formatMoment(next) })]),
  ];
}

function Trouble({ feed, isReadOnly }: FeedRowProps): ReactNode {
  const { id, title, state, failure, isFollowed } = feed;
  if (state === 'gone') return <p className="feed-failure">{words.feeds.gone}</p>;
  if (!isFollowed) return <p className="settings-hint">{words.feeds.stopped}</p>;
  // That there is no network is said once, above all of them.
  if (failure === null || state === 'offline') return null;
  return (
    <p className="feed-failure">
      {failureText(failure)}{' '}
      {!isReadOnly && (
        <button
          type="button"
          className="link-button"
          aria-label={words.feeds.tryAgain({ title })}
          onClick={() => attempt(call('feeds.refresh', { id }))}
        >
          {words.feeds.retry}
        </button>
      )}
    </p>
  );
}

/** A list of many pages is read ten at a time, as the person wishes. */
function OlderPages({ feed: { id, title }, isReadOnly }: FeedRowProps): ReactNode {
  const [isReading, setIsReading] = useState(false);
  async function read(): Promise<void> {
    setIsReading(true);
    try {
      say({ text: words.feeds.olderRead({ count: await call('feeds.older', { id }) }) });
    } finally {
      setIsReading(false);
    }
  }
  return (
    <p className="settings-hint">
      {words.feeds.goesOn}{' '}
      {!isReadOnly && (
        <button
          type="button"
          className="link-button"
          aria-label={words.feeds.readOlderOf({ title })}
          aria-disabled={isReading}
          onClick={() => {
            if (!isReading) attempt(read());
          }}
        >
          {isReading ? words.feeds.readingOlder : words.feeds.readOlder}
        </button>
      )}
    </p>
  );
}

function Buttons({ feed: { id, title, isFollowed } }: { readonly feed: Feed }): ReactNode {
  async function unfollow(): Promise<void> {
    await call('feeds.setFollowed', { id, isFollowed: false });
    sayDone({
      label: words.feeds.unfollowed({ title }),
      undo: () => call('feeds.setFollowed', { id, isFollowed: true }),
    });
  }
  async function remove(): Promise<void> {
    await call('feeds.remove', { id });
    sayDone({ label: words.feeds.removed({ title }), undo: () => call('feeds.restore', { id }) });
  }
  return (
    <div className="feed-buttons">
      {isFollowed ? (
        <>
          <IconAction
            label={words.feeds.refreshOne({ title })}
            icon={<RetryIcon size={15} aria-hidden />}
            run={() => attempt(call('feeds.refresh', { id }))}
          />
          <IconAction
            label={words.feeds.unfollow({ title })}
            icon={<CloseIcon size={15} aria-hidden />}
            run={() => attempt(unfollow())}
          />
        </>
      ) : (
        <button
          type="button"
          className="button button-small"
          aria-label={words.feeds.followAgain({ title })}
          onClick={() => attempt(call('feeds.setFollowed', { id, isFollowed: true }))}
        >
          {words.feeds.again}
        </button>
      )}
      <IconAction
        label={words.feeds.remove({ title })}
        icon={<RemoveIcon size={15} aria-hidden />}
        run={() => attempt(remove())}
      />
    </div>
  );
}

interface IconActionProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

function IconAction({ label, icon, run }: IconActionProps): ReactNode {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={run}>
      {icon}
    </button>
  );
}

const SAVES: readonly FeedRule['save'][] = ['none', 'all', 'words', 'kinds', 'newest'];
const USUAL_COUNT = 5;

/** A rule that lacks its words is shown and not kept yet. */
function RuleChoice({ feed: { id, title, rule } }: { readonly feed: Feed }): ReactNode {
  const [chosen, setChosen] = useState<FeedRule['save']>();
  const save = chosen ?? rule.save;
  const keep = (next: FeedRule): void => {
    setChosen(undefined);
    attempt(call('feeds.setRule', { id, rule: next }));
  };
  function choose(next: FeedRule['save'] | undefined): void {
    if (next === 'words') setChosen('words');
    else if (next === 'kinds') keep({ save: 'kinds', kinds: ['video', 'audio'] });
    else if (next === 'newest') keep({ save: 'newest', count: USUAL_COUNT });
    else if (next !== undefined) keep({ save: next });
  }
  return (
    <div className="feed-rule">
      <select
        className="field"
        aria-label={words.feeds.rule({ title })}
        value={save}
        onChange={({ target: { value } }) => choose(SAVES.find((each) => each === value))}
      >
        {SAVES.map((each) => (
          <option key={each} value={each}>
            {words.feeds.rules[each]}
          </option>
        ))}
      </select>
      {save === 'words' && (
        <input
          className="field"
          type="text"
          aria-label={words.feeds.ruleWords({ title })}
          title={words.feeds.ruleWords({ title })}
          defaultValue={rule.save === 'words' ? rule.words.join(', ') : ''}
          onBlur={({ target: { value } }) => {
            const wanted = value.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim().slice(0, 100)]));
            if (wanted.length > 0) keep({ save: 'words', words: wanted.slice(0, 50) });
          }}
        />
      )}
      {save === 'newest' && (
        <input
          className="field"
          type="number"
          min={1}
          max={100}
          aria-label={words.feeds.ruleCount({ title })}
          title={words.feeds.ruleCount({ title })}
          defaultValue={rule.save === 'newest' ? rule.count : USUAL_COUNT}
          onBlur={({ target: { valueAsNumber } }) => {
            const count = Math.round(valueAsNumber);
            if (count >= 1 && count <= 100) keep({ save: 'newest', count });
          }}
        />
      )}
    </div>
  );
}
