// Newer versions of Layover: looking for one, what is new in it, fetching and installing it. Nothing is drawn where there is no publisher to ask.
import { useEffect, useState, type ReactNode } from 'react';
import type { UpdateState, UpdateStep } from '#contract/updates.ts';
import { fromErrorReport, toErrorReport, unreachable } from '#contract/errors.ts';
import { attempt } from '../app/articleActions.ts';
import { call, listen } from '../app/client.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { ConfirmDialog } from '../library/ConfirmDialog.tsx';
import { formatBytes } from '../ui/dates.ts';
import { toldOr } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';

/** Draws the settings. */
export function UpdateSettings(): ReactNode {
  const looks = useMirror((mirror) => mirror.settings.looksForUpdates);
  const [state, setState] = useState<UpdateState>();
  const take = (asked: Promise<UpdateState>): void => attempt(asked.then(setState));
  useEffect(() => {
    attempt(call('update.state').then(setState));
    return listen((happening) => {
      if (happening.name === 'update.changed') setState(happening.payload);
    });
  }, []);
  if (state === undefined || !state.isPossible) return null;
  const { step } = state;
  return (
    <section className="settings-part">
      <h2>{words.updates.title}</h2>
      <p className="settings-hint">{words.updates.hint}</p>
      <label className="settings-choice">
        <input
          type="checkbox"
          checked={looks}
          onChange={({ target }) => attempt(changeSettings({ looksForUpdates: target.checked }))}
        />
        {words.updates.byItself}
      </label>
      <p role="status">{toldOf(step)}</p>
      {'notes' in step && step.notes !== '' && (
        <details className="update-notes" open>
          <summary>{words.updates.notes}</summary>
          {/* Written by the publisher, in a language that nobody tells. */}
          <pre dir="auto">{step.notes}</pre>
        </details>
      )}
      <Ways step={step} take={take} />
    </section>
  );
}

function Ways({
  step,
  take,
}: {
  readonly step: UpdateStep;
  readonly take: (asked: Promise<UpdateState>) => void;
}): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const fetchIt = (isMeteredToo: boolean): void => {
    setIsAsking(false);
    take(
      call('update.fetch', { isMeteredToo }).catch((failure: unknown) => {
        const report = toErrorReport(failure);
        if (report.detail?.is !== 'meteredUpdate') throw fromErrorReport(report);
        setIsAsking(true);
        return call('update.state');
      }),
    );
  };
  return (
    <div className="settings-line">
      {step.is === 'offered' && (
        <button type="button" className="button button-small" onClick={() => fetchIt(false)}>
          {words.updates.fetch}
        </button>
      )}
      {step.is === 'ready' ? (
        <button type="button" className="button button-small" onClick={() => attempt(call('update.install'))}>
          {words.updates.install}
        </button>
      ) : (
        <button
          type="button"
          className="button button-small"
          disabled={step.is === 'looking' || step.is === 'fetching'}
          onClick={() => take(call('update.look'))}
        >
          {words.updates.look}
        </button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={words.updates.meteredTitle}
        text={words.updates.meteredText({ version: 'version' in step ? step.version : '' })}
        keep={words.updates.meteredKeep}
        go={words.updates.meteredGo}
        onKeep={() => setIsAsking(false)}
        onGo={() => fetchIt(true)}
      />
    </div>
  );
}

function toldOf(step: UpdateStep): string {
  switch (step.is) {
    case 'unknown':
      return '';
    case 'looking':
      return words.updates.looking;
    case 'none':
      return words.updates.none;
    case 'offered':
      return step.sizeBytes === null
        ? words.updates.offered({ version: step.version })
        : words.updates.offeredSize({ version: step.version, size: formatBytes(step.sizeBytes) });
    case 'fetching':
      return words.updates.fetching({ version: step.version, percent: String(Math.floor(step.done * 100)) });
    case 'ready':
      return words.updates.ready({ version: step.version });
    case 'failed':
      return toldOr(step.message, words.failures.network);
    default:
      return unreachable(step);
  }
}
