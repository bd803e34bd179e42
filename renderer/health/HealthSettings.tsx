// How the library is: its size and room, its index, backups and checks, what failed lately, the log; and what can be done about it.
import { useEffect, useState, type ReactNode } from 'react';
import type { Health } from '#contract/health.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { openDiagnostics } from '../app/overlays.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { begin, useExportJob, writeBackup } from '../exchange/exportJob.ts';
import { formatBytes, formatMoment } from '../ui/dates.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { words } from '../ui/words.ts';
import { kindOf, lookThrough, saveLog, useHealthWork } from './health.ts';
import './health.css';

const LOOK_EVERY_MS = 500;

/** Draws the settings. */
export function HealthSettings(): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  const revision = useMirror((mirror) => mirror.revision);
  const job = useExportJob((state) => state.job);
  const { work, failure } = useHealthWork();
  const tick = useTicks(work !== null);
  const answer = useAnswer(`${revision} ${work ?? ''} ${tick} ${job?.state ?? ''}`, () => call('health.state'));
  const isBusy = work !== null || (answer.state === 'here' && answer.value.working !== null);
  return (
    <section className="settings-part" aria-labelledby="settings-health">
      <h2 id="settings-health">{words.health.title}</h2>
      <p className="settings-hint">{words.health.hint}</p>
      {answer.state === 'waiting' && <p role="status">{words.loading}</p>}
      {answer.state === 'failed' && <FailureLines title={words.health.failed} {...answer} />}
      {answer.state === 'here' && <Facts health={answer.value} />}
      {failure !== null && (
        <p className="settings-failure" role="alert">
          {failure}
        </p>
      )}
      {isReadOnly && <p className="settings-hint">{words.health.readOnly[because]}</p>}
      <div className="settings-line">
        <button
          type="button"
          className="button button-small"
          disabled={isBusy}
          onClick={() => attempt(lookThrough('check'))}
        >
          {words.health.checkNow}
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={isBusy || isReadOnly}
          onClick={() => attempt(lookThrough('repair'))}
        >
          {words.health.repair}
        </button>
        <BackUpButton isBusy={job?.state === 'running'} />
        <button type="button" className="button button-small" onClick={openDiagnostics}>
          {words.health.copy}
        </button>
      </div>
      <LogSettings isReadOnly={isReadOnly} />
    </section>
  );
}

function BackUpButton({ isBusy }: { readonly isBusy: boolean }): ReactNode {
  const hasFolder = useMirror(({ settings }) => settings.backupFolder !== null);
  const backUp = (): void => (hasFolder ? attempt(begin(call('backup.now')).then(() => undefined)) : writeBackup());
  return (
    <button type="button" className="button button-small" disabled={isBusy} onClick={backUp}>
      {words.health.backUp}
    </button>
  );
}

function LogSettings({ isReadOnly }: { readonly isReadOnly: boolean }): ReactNode {
  const logsAddresses = useMirror(({ settings }) => settings.logsAddresses);
  return (
    <>
      <label className="settings-choice health-names">
        <input
          type="checkbox"
          checked={logsAddresses}
          disabled={isReadOnly}
          aria-describedby="log-names-hint"
          onChange={() => attempt(changeSettings({ logsAddresses: !logsAddresses }))}
        />
        {words.health.logNames}
      </label>
      <p className="settings-hint" id="log-names-hint">
        {words.health.logNamesHint}
      </p>
      <div className="settings-line">
        <button type="button" className="button button-small" onClick={() => attempt(call('diagnostics.reveal'))}>
          {words.health.reveal}
        </button>
        <button type="button" className="button button-small" onClick={() => attempt(saveLog())}>
          {words.health.saveLog}
        </button>
      </div>
    </>
  );
}

function Facts({ health }: { readonly health: Health }): ReactNode {
  const { articles, sizeBytes, freeBytes, index, working, failures, log } = health;
  const told = words.health;
  return (
    <>
      <dl className="settings-facts health-facts">
        <dt>{told.library}</dt>
        <dd>{told.libraryIs({ count: articles, size: formatBytes(sizeBytes) })}</dd>
        <dt>{told.room}</dt>
        <dd>{freeBytes === null ? told.unknown : told.roomIs({ size: formatBytes(freeBytes) })}</dd>
        <dt>{told.index}</dt>
        <dd>
          {index.written === null
            ? told.indexNone
            : told.indexIs({ size: formatBytes(index.bytes), when: formatMoment(index.written) })}
        </dd>
        <dt>{told.backup}</dt>
        <dd data-trouble={health.backup.hasFailed}>{backupText(health)}</dd>
        <dt>{told.check}</dt>
        <dd>
          <CheckText health={health} />
        </dd>
        <dt>{told.failures}</dt>
        <dd>
          {failures.length === 0 ? (
            told.failuresNone
          ) : (
            <ul>
              {failures.map(({ code, count, last }) => (
                <li key={code}>{told.failureCount({ what: kindOf(code), count, when: formatMoment(last) })}</li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{told.log}</dt>
        <dd data-trouble={!log.isWritten}>
          {log.isWritten ? told.logIs({ size: formatBytes(log.bytes) }) : told.logNot}
          <span className="settings-path" dir="ltr" title={log.place}>
            {log.place}
          </span>
        </dd>
      </dl>
      {working !== null && (
        <div className="health-working">
          <p role="status">{told.working[working.work](working.progress)}</p>
          <progress
            aria-label={told.working[working.work](working.progress)}
            {...(working.progress.total === 0 ? {} : { max: working.progress.total, value: working.progress.done })}
          />
          <button type="button" className="button button-small" onClick={() => attempt(call('health.stop'))}>
            {told.stop}
          </button>
        </div>
      )}
    </>
  );
}

function CheckText({ health: { verified } }: { readonly health: Health }): ReactNode {
  if (verified === null) return words.health.checkNone;
  const { done, articles, damaged, pictures, unreadable, mended, inVersions, inTrash, isStopped } = verified;
  const count = damaged + pictures + unreadable;
  const when = formatMoment(done);
  if (count === 0) return words.health[isStopped ? 'checkStoppedWhole' : 'checkWhole']({ when, count: articles });
  return (
    <div className="health-found">
      <p role="alert">{words.health.checkFound({ when, count, mended })}</p>
      {inVersions + inTrash > 0 && (
        <p className="settings-hint">{words.health.checkElsewhere({ versions: inVersions, trash: inTrash })}</p>
      )}
      {isStopped && <p className="settings-hint">{words.health.checkStopped({ count: articles })}</p>}
      {mended < count && <p className="settings-hint">{words.health.checkAfter}</p>}
    </div>
  );
}

function backupText({ backup: { isOn, last, hasFailed } }: Health): string {
  if (!isOn) return words.health.backupOff;
  if (hasFailed) return words.health.backupFailed;
  return last === null ? words.health.backupNone : formatMoment(last);
}

/** Counts on while something is under way. */
function useTicks(isOn: boolean): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = window.setInterval(() => setTick((before) => before + 1), LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [isOn]);
  return tick;
}
