// Bringing a library along from another program: choosing its file, seeing what is in it before anything is written, and how it goes.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ImportPreview } from '#contract/imports.ts';
import { attempt } from '../app/articleActions.ts';
import { useMirror } from '../app/mirror.ts';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { formatRow, formatInstant } from '../ui/dates.ts';
import { FolderIcon } from '../ui/icons.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { ImportList } from './ImportList.tsx';
import { chooseImport, pasteImport, putAside, startImport, useImporting } from './importing.ts';
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
  const { isLooking, preview, failure } = useImporting();
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  if (isReadOnly) return <p role="status">{words.importing.readOnly}</p>;
  return (
    <>
      {preview === undefined ? <Choice isLooking={isLooking} /> : <Preview preview={preview} />}
      {isLooking && <p role="status">{words.importing.looking}</p>}
      {failure !== undefined && (
        <p role="alert" className="import-failure">
          {failure}
        </p>
      )}
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

function Preview({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const [isStarting, setIsStarting] = useState(false);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    // What was pressed to get here is gone, and with it the focus, which the way out by key needs.
    if (document.activeElement === document.body) region.current?.focus();
  }, []);
  const { name, formats, fresh, here } = preview;
  const known = formatRow(formats.map(({ format }) => words.importing.formats[format]));
  return (
    <section ref={region} className="import-preview" tabIndex={-1} aria-label={words.importing.preview}>
      <p className="import-lead">
        {name === ''
          ? words.importing.understood({ formats: known })
          : words.importing.understoodFile({ name, formats: known })}
      </p>
      <ul className="import-facts">
        {linesOf(preview).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="import-actions">
        <button
          type="button"
          className="button button-signal"
          disabled={isStarting || fresh + here === 0}
          onClick={() => {
            setIsStarting(true);
            attempt(startImport(preview).finally(() => setIsStarting(false)));
          }}
        >
          {fresh === 0 ? words.importing.startNone : words.importing.start({ count: fresh })}
        </button>
        <button type="button" className="button" disabled={isStarting} onClick={putAside}>
          {words.importing.another}
        </button>
      </div>
    </section>
  );
}

/** What is in it, the good first, and nothing that is not. */
function linesOf(preview: ImportPreview): readonly string[] {
  const { fresh, withBody, here, repeated, skipped, unknown, feeds, tags, highlights, oldest, newest } = preview;
  const lines: (string | false)[] = [
    words.importing.fresh({ count: fresh }),
    withBody > 0 && words.importing.withBody({ count: withBody }),
    fresh > withBody && words.importing.toFetch({ count: fresh - withBody }),
    here > 0 && words.importing.here({ count: here }),
    repeated > 0 && words.importing.repeated({ count: repeated }),
    oldest !== null &&
      newest !== null &&
      words.importing.span({ oldest: formatInstant(oldest), newest: formatInstant(newest) }),
    tags > 0 && words.importing.tags({ count: tags }),
    highlights > 0 && words.importing.highlights({ count: highlights }),
    feeds > 0 && words.importing.feeds({ count: feeds }),
    ...Object.entries(skipped).map(([skip, count]) =>
      isSkip(skip) ? words.importing.skipped[skip]({ count }) : false,
    ),
    unknown.length > 0 && words.importing.unknown({ count: unknown.length, names: formatRow(unknown) }),
  ];
  return lines.filter((line) => line !== false);
}

function isSkip(name: string): name is keyof ImportPreview['skipped'] {
  return Object.hasOwn(words.importing.skipped, name);
}
