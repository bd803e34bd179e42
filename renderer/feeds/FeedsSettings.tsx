// What is followed: each with what is known of it, looking anew, files of feeds in and out.
import { useRef, useState, type ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { openFollow } from '../app/overlays.ts';
import { say } from '../app/toasts.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { AddIcon, ExportIcon, FolderIcon, RetryIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { FeedRow } from './FeedRow.tsx';
import './FollowDialog.css';

/** Draws the part of the settings. */
export function FeedsSettings(): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(`feeds ${revision}`, () => call('feeds.list'));
  const feeds = answer.state === 'here' ? answer.value : [];
  const offline = feeds.filter(({ state, isFollowed }) => isFollowed && state === 'offline').length;
  return (
    <section className="settings-part" aria-labelledby="feeds-title">
      <h2 id="feeds-title">{words.feeds.title}</h2>
      <p className="settings-hint">{words.feeds.lead}</p>
      {answer.state === 'waiting' && <p className="settings-hint">{words.feeds.loading}</p>}
      {answer.state === 'failed' && <FailureLines title={words.feeds.failed} {...answer} />}
      {answer.state === 'here' && feeds.length === 0 && <p className="settings-hint">{words.feeds.none}</p>}
      {offline > 0 && (
        <p className="settings-hint" role="status">
          {words.feeds.offline({ count: offline })}
        </p>
      )}
      <ul className="feeds">
        {feeds.map((feed) => (
          <FeedRow key={feed.id} feed={feed} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {isReadOnly ? (
        <p className="settings-hint">{words.feeds.readOnly[because]}</p>
      ) : (
        <>
          {feeds.some(({ rule }) => rule.save !== 'none') && <MeteredChoice />}
          <FeedsActions hasFeeds={feeds.length > 0} />
        </>
      )}
    </section>
  );
}

function MeteredChoice(): ReactNode {
  const { feedsSaveMetered } = useMirror((mirror) => mirror.settings);
  return (
    <>
      <label className="settings-choice">
        <input
          type="checkbox"
          checked={feedsSaveMetered}
          aria-describedby="feeds-metered-hint"
          onChange={() => attempt(changeSettings({ feedsSaveMetered: !feedsSaveMetered }))}
        />
        {words.feeds.metered}
      </label>
      <p className="settings-hint" id="feeds-metered-hint">
        {words.feeds.meteredHint}
      </p>
    </>
  );
}

function FeedsActions({ hasFeeds }: { readonly hasFeeds: boolean }): ReactNode {
  const [isBusy, setIsBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);

  async function refresh(): Promise<void> {
    setIsBusy(true);
    try {
      await call('feeds.refresh', { id: null });
    } finally {
      setIsBusy(false);
    }
  }

  async function importFile(chosen: File): Promise<void> {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    say({ text: words.feeds.imported(await call('feeds.import', { bytes })) });
  }

  async function exportFile(): Promise<void> {
    const name = await call('feeds.export');
    if (name !== null) say({ text: words.feeds.exported({ name }) });
  }

  return (
    <div className="settings-line">
      <button type="button" className="button button-small" onClick={() => openFollow()}>
        <AddIcon size={15} aria-hidden />
        {words.feeds.follow}
      </button>
      {hasFeeds && (
        <button
          type="button"
          className="button button-small"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) attempt(refresh());
          }}
        >
          <RetryIcon size={15} aria-hidden />
          {isBusy ? words.feeds.refreshing : words.feeds.refreshAll}
        </button>
      )}
      <button type="button" className="button button-small" onClick={() => file.current?.click()}>
        <FolderIcon size={15} aria-hidden />
        {words.feeds.importFile}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".opml,.xml"
        aria-label={words.feeds.importFile}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) attempt(importFile(chosen));
          target.value = '';
        }}
      />
      {hasFeeds && (
        <button type="button" className="button button-small" onClick={() => attempt(exportFile())}>
          <ExportIcon size={15} aria-hidden />
          {words.feeds.exportFile}
        </button>
      )}
    </div>
  );
}
