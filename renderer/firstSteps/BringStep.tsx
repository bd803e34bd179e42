// The second step: what other programs wrote, looked at before anything of it is stored.
import type { ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { useMirror } from '../app/mirror.ts';
import { chooseImport, useImporting } from '../importing/importing.ts';
import { FolderIcon, ImportIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { stepAside } from './firstSteps.ts';

/** Draws it. */
export function BringStep(): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const count = useImporting(({ all }) => all.length);
  if (isReadOnly) return <p role="status">{words.firstSteps.readOnly}</p>;
  const bring = (what: 'files' | 'folder'): void => stepAside(() => attempt(chooseImport(what)));
  return (
    <>
      <p>{words.firstSteps.bringLead}</p>
      <div className="first-steps-actions">
        <button type="button" className="button button-signal" onClick={() => bring('files')}>
          <ImportIcon size={15} aria-hidden />
          {words.firstSteps.chooseFiles}
        </button>
        <button type="button" className="button" onClick={() => bring('folder')}>
          <FolderIcon size={15} aria-hidden />
          {words.firstSteps.chooseFolder}
        </button>
      </div>
      {count > 0 && <p role="status">{words.firstSteps.brought({ count })}</p>}
      <div>
        <h3 className="first-steps-name">{words.firstSteps.reads}</h3>
        <p className="first-steps-hint">{words.importing.services}</p>
      </div>
    </>
  );
}
