// The library's place: moving it, opening another one, and what becomes of the one it came from.
import { useEffect, useState, type ReactNode } from 'react';
import type { FolderState } from '#contract/libraryFolder.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useExportJob } from '../exchange/exportJob.ts';
import { JobView } from '../exchange/JobView.tsx';
import { ConfirmDialog } from '../library/ConfirmDialog.tsx';
import { formatMoment } from '../ui/dates.ts';
import { toldOr } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';
import { makeLibrary, moveLibrary, openOtherLibrary, readFolder, take, useLibraryFolder } from './folderActions.ts';

/** Draws it. */
export function LibraryFolder(): ReactNode {
  const { state, toMake } = useLibraryFolder();
  const job = useExportJob(({ job: last }) => last);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const isBusy = job?.state === 'running';
  useEffect(readFolder, []);
  if (state?.isOurs === false) return <p className="settings-hint">{words.folders.named}</p>;
  return (
    <>
      <div className="settings-line">
        <button type="button" className="button button-small" disabled={isBusy || isReadOnly} onClick={moveLibrary}>
          {words.folders.move}
        </button>
        <button type="button" className="button button-small" disabled={isBusy} onClick={openOtherLibrary}>
          {words.folders.open}
        </button>
      </div>
      <p className="settings-hint">{words.folders.hint}</p>
      {job?.kind === 'move' && <JobView job={job} />}
      {state !== null && <OldLibrary {...state} />}
      <ConfirmDialog
        isOpen={toMake !== null}
        title={words.folders.noneTitle}
        text={words.folders.noneText({ folder: toMake ?? '' })}
        keep={words.folders.noneKeep}
        go={words.folders.noneGo}
        onKeep={() => makeLibrary(false)}
        onGo={() => makeLibrary(true)}
      />
    </>
  );
}

function OldLibrary({ moved, failed }: FolderState): ReactNode {
  const [isAsking, setIsAsking] = useState(false);
  const dismiss = (): void => take(call('folder.dismiss'));
  if (failed !== null) {
    const reason = toldOr(failed, words.folders.failedAnyhow);
    return (
      <div className="settings-line" role="alert">
        <p>{words.folders.failed({ reason })}</p>
        <button type="button" className="button button-small" onClick={dismiss}>
          {words.folders.understood}
        </button>
      </div>
    );
  }
  if (moved === null) return null;
  const folder = moved.from;
  return (
    <>
      <div className="settings-line">
        <p>{words.folders.moved({ folder, date: formatMoment(moved.at) })}</p>
      </div>
      <div className="settings-line">
        <button type="button" className="button button-small" onClick={() => attempt(call('folder.revealOld'))}>
          {words.folders.revealOld}
        </button>
        <button type="button" className="button button-small" onClick={() => setIsAsking(true)}>
          {words.folders.trashOld}
        </button>
        <button type="button" className="button button-small button-plain" onClick={dismiss}>
          {words.folders.keepOld}
        </button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.folders.trashTitle}
        text={words.folders.trashText({ folder })}
        keep={words.folders.trashKeep}
        go={words.folders.trashGo}
        onKeep={() => setIsAsking(false)}
        onGo={() => {
          setIsAsking(false);
          take(call('folder.trashOld'));
        }}
      />
    </>
  );
}
