// Backups: one now, one by itself every day or week, and the way back from one.
import { useEffect, useState, type ReactNode } from 'react';
import { BACKUP_INTERVALS, BACKUPS_KEPT, type BackupState } from '#contract/libraryExport.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { Choices } from '../settings/Choices.tsx';
import { formatMoment } from '../ui/dates.ts';
import { toldOr } from '../ui/failureText.ts';
import { FolderLine } from '../settings/FolderLine.tsx';
import { words } from '../ui/words.ts';
import { begin, restoreBackup, useExportJob, writeBackup } from './exportJob.ts';
import { JobView } from './JobView.tsx';
import './exchange.css';

/** Draws the settings. */
export function BackupSettings(): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  const job = useExportJob((state) => state.job);
  const isBusy = job?.state === 'running';
  return (
    <section className="settings-part" aria-labelledby="settings-backups">
      <h2 id="settings-backups">{words.exporting.backups}</h2>
      <p className="settings-hint">{words.exporting.backupsHint}</p>
      <div className="settings-line">
        <button type="button" className="button button-small" disabled={isBusy} onClick={writeBackup}>
          {words.exporting.write}
        </button>
        <button type="button" className="button button-small" disabled={isBusy || isReadOnly} onClick={restoreBackup}>
          {words.exporting.restore}
        </button>
      </div>
      {job !== null && (job.kind === 'backup' || job.kind === 'restore') && <JobView job={job} />}
      {isReadOnly ? <p>{words.exporting.readOnly[because]}</p> : <ByItself isBusy={isBusy} />}
    </section>
  );
}

function ByItself({ isBusy }: { readonly isBusy: boolean }): ReactNode {
  const { backupFolder, backupEvery, backupsKept } = useMirror((mirror) => mirror.settings);
  const [state, setState] = useState<BackupState>();
  const take = (asked: Promise<BackupState>): void => attempt(asked.then(setState));
  useEffect(() => {
    attempt(call('backup.state').then(setState));
  }, [backupEvery, backupsKept, isBusy]);
  const folder = state === undefined ? backupFolder : state.folder;
  return (
    <>
      <FolderLine
        id="backup-folder"
        folder={folder}
        said={{
          name: words.exporting.folder,
          none: words.exporting.noFolder,
          choose: words.exporting.chooseFolder,
          change: words.exporting.changeFolder,
          stop: words.exporting.stop,
        }}
        choose={() => take(call('backup.chooseFolder'))}
        stop={() => take(call('backup.stop'))}
      />
      {folder !== null && (
        <>
          <div className="backup-often">
            <Choices
              label={words.exporting.every}
              values={BACKUP_INTERVALS}
              chosen={backupEvery}
              name={(each) => words.exporting.intervals[each]}
              choose={(each) => attempt(changeSettings({ backupEvery: each }))}
            />
          </div>
          <div className="settings-line">
            <label htmlFor="backups-kept">{words.exporting.kept}</label>
            <input
              id="backups-kept"
              className="field backups-kept"
              type="number"
              min={BACKUPS_KEPT.least}
              max={BACKUPS_KEPT.most}
              value={backupsKept}
              onChange={({ target: { valueAsNumber } }) => {
                const isCount = Number.isInteger(valueAsNumber);
                if (isCount && valueAsNumber >= BACKUPS_KEPT.least && valueAsNumber <= BACKUPS_KEPT.most)
                  attempt(changeSettings({ backupsKept: valueAsNumber }));
              }}
            />
            <button
              type="button"
              className="button button-small"
              disabled={isBusy}
              onClick={() => attempt(begin(call('backup.now')).then(() => undefined))}
            >
              {words.exporting.now}
            </button>
          </div>
          {state !== undefined && <StateLines state={state} />}
        </>
      )}
    </>
  );
}

function StateLines({ state: { count, last, next, failure } }: { readonly state: BackupState }): ReactNode {
  return (
    <>
      {failure !== null && (
        <p className="backup-failed" role="alert">
          {words.exporting.autoFailed({ reason: toldOr(failure, words.failures.disk) })}
        </p>
      )}
      <p className="settings-hint">
        {words.exporting.state({ count, last: last === null ? '' : formatMoment(last) })}{' '}
        {next !== null && words.exporting.next({ next: formatMoment(next) })}
      </p>
    </>
  );
}
