// What is to be exported, in which form, with what; and then how it goes. The system's dialog asks where.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FORMS_OF_MANY, LIBRARY_FORMS, type LibraryForm, type LibraryJob } from '#contract/libraryExport.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { begin, useExportJob } from './exportJob.ts';
import { fileWords } from './fileWords.ts';
import { scopeChoices } from './exportScopes.ts';
import { JobView } from './JobView.tsx';
import './exchange.css';

/** Forms that have room for highlights and lists of related posts, or leave them away. */
const WITH_CHOICE: readonly LibraryForm[] = ['epub', 'markdown', 'html'];

/** Draws the dialog while it is open. */
export function ExportDialog(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'export');
  return (
    <SheetDialog
      isOpen={isOpen}
      part="export"
      title={words.exporting.title}
      closeLabel={words.close}
      close={closeOverlay}
    >
      <Content />
    </SheetDialog>
  );
}

/** The form; or, while something is under way or the person has just begun it, how that goes. */
function Content(): ReactNode {
  const job = useExportJob((state) => state.job);
  const [begun, setBegun] = useState<number | null>(job?.state === 'running' ? job.job : null);
  const shown = job !== null && (job.state === 'running' || job.job === begun) ? job : undefined;
  const result = useRef<HTMLDivElement>(null);
  const state = shown?.state;
  useEffect(() => {
    // The button that was pressed is gone, and with it the focus, which the way out by key needs.
    if (state !== undefined && document.activeElement === document.body) result.current?.focus();
  }, [state]);
  if (shown === undefined) return <Wish onBegin={(started) => setBegun(started.job)} />;
  return (
    <div ref={result} className="export-result" tabIndex={-1}>
      <JobView job={shown} />
      {shown.state !== 'running' && (
        <div className="export-actions">
          <button type="button" className="button" onClick={() => setBegun(null)}>
            {words.exporting.again}
          </button>
        </div>
      )}
    </div>
  );
}

function Wish({ onBegin }: { readonly onBegin: (job: LibraryJob) => void }): ReactNode {
  // What could be exported is what could be when the dialog was opened.
  const [choices] = useState(scopeChoices);
  const [at, setAt] = useState(0);
  const [form, setForm] = useState<LibraryForm>('epub');
  const [hasHighlights, setHighlights] = useState(true);
  const [hasRelated, setRelated] = useState(true);
  const [isZipped, setZipped] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const choice = choices[at];
  if (choice === undefined) return <p>{words.exporting.empty}</p>;
  const isChoosable = WITH_CHOICE.includes(form);
  const isOfMany = FORMS_OF_MANY.includes(form) && (choice.count > 1 || form === 'markdown');

  async function start(scope: NonNullable<typeof choice>['scope']): Promise<void> {
    // It stays pressable, since the focus would be lost with it, and the way out by key with the focus.
    if (isBusy) return;
    setBusy(true);
    try {
      const job = await begin(
        call('export.start', { scope, form, isZipped, hasHighlights, hasRelated, words: fileWords() }),
      );
      if (job !== null) onBegin(job);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(start(choice.scope));
      }}
    >
      <fieldset>
        <legend>{words.exporting.what}</legend>
        {choices.map(({ id, label }, index) => (
          <label key={id} className="export-choice">
            <input type="radio" name="export-what" checked={index === at} onChange={() => setAt(index)} />
            <span dir="auto">{label}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="export-kinds">
        <legend>{words.exporting.form}</legend>
        {LIBRARY_FORMS.map((each) => (
          <label key={each} className="export-choice">
            <input type="radio" name="export-form" checked={each === form} onChange={() => setForm(each)} />
            <span>{words.exporting.forms[each]}</span>
          </label>
        ))}
      </fieldset>
      <p className="export-hint" role="status">
        {words.exporting.hints[form]}
      </p>
      {(isChoosable || isOfMany) && (
        <fieldset>
          <legend>{words.exporting.options}</legend>
          {isChoosable && <Option label={words.exporting.hasHighlights} isOn={hasHighlights} set={setHighlights} />}
          {isChoosable && <Option label={words.exporting.hasRelated} isOn={hasRelated} set={setRelated} />}
          {isOfMany && <Option label={words.exporting.isZipped} isOn={isZipped} set={setZipped} />}
        </fieldset>
      )}
      <div className="export-actions">
        <button type="submit" className="button button-signal export-go" aria-disabled={isBusy}>
          {words.exporting.go}
        </button>
      </div>
    </form>
  );
}

interface OptionProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}

function Option({ label, isOn, set }: OptionProps): ReactNode {
  return (
    <label className="export-choice">
      <input type="checkbox" checked={isOn} onChange={() => set(!isOn)} />
      <span>{label}</span>
    </label>
  );
}
