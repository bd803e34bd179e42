// Bringing a library along from another program: choosing its file, seeing what is in it before anything is written, and how it goes.
import { useState, type ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { useMirror } from '../app/mirror.ts';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { FolderIcon } from '../ui/icons.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { JobView } from '../exchange/JobView.tsx';
import { useExportJob } from '../exchange/exportJob.ts';
import { ImportList } from './ImportList.tsx';
import { ExportPreview, OwnLibraryPreview } from './ImportPreviews.tsx';
import { chooseImport, pasteImport, useImporting } from './importing.ts';
import './ImportDialog.css';

/** Draws the dialog while it is open. */
export function ImportDialog(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'import');
  return (
    <SheetDialog
      isOpen={isOpen}
      part="import"
      title={words.importing.title}
      closeLabel={words.importing.close}
      close={closeOverlay}
    >
      <Importing />
    </SheetDialog>
  );
}

function Importing(): ReactNode {
  const { isLooking, preview, restoring, failure } = useImporting();
  const job = useExportJob((state) => state.job);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  if (isReadOnly) return <p role="status">{words.importing.readOnly[because]}</p>;
  return (
    <>
      {preview === undefined && <Choice isLooking={isLooking} />}
      {preview !== undefined &&
        ('articles' in preview ? <OwnLibraryPreview preview={preview} /> : <ExportPreview preview={preview} />)}
      {isLooking && <p role="status">{words.importing.looking}</p>}
      {failure !== undefined && (
        <p role="alert" className="import-failure">
          {failure}
        </p>
      )}
      {job !== null && job.job === restoring && <JobView job={job} />}
      <ImportList />
    </>
  );
}

function Choice({ isLooking }: { readonly isLooking: boolean }): ReactNode {
  const [text, setText] = useState('');
  return (
    <>
      <p className="import-lead">{words.importing.lead}</p>
      <p className="import-hint">{words.importing.services}</p>
      <div className="import-actions">
        <button
          type="button"
          className="button button-signal"
          disabled={isLooking}
          onClick={() => attempt(chooseImport('files'))}
        >
          {words.importing.chooseFiles}
        </button>
        <button type="button" className="button" disabled={isLooking} onClick={() => attempt(chooseImport('folder'))}>
          <FolderIcon size={15} aria-hidden />
          {words.importing.chooseFolder}
        </button>
      </div>
      <label className="import-label" htmlFor="import-text">
        {words.importing.paste}
      </label>
      <textarea
        id="import-text"
        className="field import-text"
        rows={3}
        value={text}
        spellCheck={false}
        dir={text === '' ? undefined : 'auto'}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() !== '' && (
        <button
          type="button"
          className="button import-pasted"
          disabled={isLooking}
          onClick={() => attempt(pasteImport(text))}
        >
          {words.importing.lookAtPasted}
        </button>
      )}
    </>
  );
}
