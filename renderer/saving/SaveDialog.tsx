// The one dialog through which anything is saved by hand: addresses, text, part of a page, or files chosen with the system's dialog.
import { useState, type ClipboardEvent, type FormEvent, type ReactNode } from 'react';
import type { SaveSource } from '#contract/save.ts';
import { attempt, openAndSave } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { closeOverlay, openFollow, useOverlays } from '../app/overlays.ts';
import { BrowserIcon, CloseIcon, FeedIcon, FolderIcon } from '../ui/icons.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { toPasted, toSources, type Pasted } from './sources.ts';
import { submit, type Refusal } from './submit.ts';
import './SaveDialog.css';

/** Draws the dialog while it is open. */
export function SaveDialog(): ReactNode {
  const { open, draft } = useOverlays();
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  return (
    <SheetDialog isOpen={open === 'save'} part="save" title={words.saving.title} close={closeOverlay}>
      {isReadOnly ? <p role="status">{words.library.readOnly[because]}</p> : <SaveForm draft={draft} />}
    </SheetDialog>
  );
}

function SaveForm({ draft }: { readonly draft: Pasted }): ReactNode {
  const [given, setGiven] = useState<Pasted>(draft);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const sources = toSources(given);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setIsBusy(true);
    const refused = await submit(sources);
    setIsBusy(false);
    setRefusals(refused);
    if (refused.length === 0) closeOverlay();
    else if (given.html === null)
      setGiven({ text: refused.map(({ source }) => textOf(source)).join('\n'), html: null });
  }

  function paste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const field = event.currentTarget;
    const replacesAll = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const pasted = toPasted(event.clipboardData);
    if (!replacesAll || pasted.html === null) return;
    event.preventDefault();
    setGiven(pasted);
  }

  const only = sources.length === 1 ? sources[0] : undefined;
  return (
    <form className="save-form" onSubmit={(event) => attempt(save(event))}>
      <label className="save-label" htmlFor="save-field">
        {words.saving.label}
      </label>
      <textarea
        id="save-field"
        className="field save-field"
        dir={given.text === '' ? undefined : 'auto'}
        rows={5}
        value={given.text}
        placeholder={words.saving.placeholder}
        aria-describedby="save-understood"
        aria-invalid={refusals.length > 0}
        spellCheck={false}
        // The dialog has one purpose, and this is where it begins.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={(event) => setGiven({ text: event.target.value, html: null })}
        onPaste={paste}
        onKeyDown={(event) => {
          if (
            event.key !== 'Enter' ||
            event.shiftKey ||
            (sources[0]?.from !== 'address' && !event.ctrlKey && !event.metaKey)
          )
            return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <p id="save-understood" className="save-understood">
        {understood(sources)}
      </p>
      {refusals.length > 0 && (
        <ul className="save-refusals" role="alert">
          {refusals.map(({ source, reason }) => (
            <li key={textOf(source)}>{reason}</li>
          ))}
        </ul>
      )}
      <div className="save-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            closeOverlay();
            attempt(call('save.choose'));
          }}
        >
          <FolderIcon size={16} aria-hidden />
          {words.saving.chooseFiles}
        </button>
        {only?.from === 'address' && (
          <button
            type="button"
            className="button"
            title={words.saving.openHint}
            onClick={() => {
              closeOverlay();
              openAndSave(only.address);
            }}
          >
            <BrowserIcon size={16} aria-hidden />
            {words.saving.open}
          </button>
        )}
        {only?.from === 'address' && (
          <button
            type="button"
            className="button"
            title={words.feeds.followHint}
            onClick={() => openFollow(only.address)}
          >
            <FeedIcon size={16} aria-hidden />
            {words.feeds.follow}
          </button>
        )}
        <button type="submit" className="button button-signal" disabled={sources.length === 0 || isBusy}>
          {words.save}
        </button>
      </div>
      <button type="button" className="icon-button save-close" aria-label={words.close} onClick={closeOverlay}>
        <CloseIcon size={18} aria-hidden />
      </button>
    </form>
  );
}

function understood(sources: readonly SaveSource[]): string {
  const [first] = sources;
  if (first?.from === 'address') return words.saving.understoodAddresses({ count: sources.length });
  if (first?.from !== 'paste') return words.saving.hint;
  const count = first.text.split(/\s+/).filter((word) => word !== '').length;
  return first.html === null ? words.saving.understoodText({ count }) : words.saving.understoodHtml({ count });
}

function textOf(source: SaveSource): string {
  if (source.from === 'address') return source.address;
  return source.from === 'file' ? source.name : source.text;
}
