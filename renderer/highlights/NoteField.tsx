// The note of a highlight: typed freely, kept when it is left, and never lost when it could not be kept.
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';
import { LONGEST_NOTE, type Highlight } from '#contract/highlight.ts';
import { toErrorReport } from '#contract/errors.ts';
import { say } from '../app/toasts.ts';
import { failureText } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';
import { changeHighlight } from './highlightActions.ts';

/** Which note, and how it stands. */
export interface NoteFieldProps {
  readonly highlight: Highlight;
  readonly isFocused: boolean;
  readonly isReadOnly: boolean;
}

type Kept = { readonly state: 'kept' | 'saving' | 'saved' } | { readonly state: 'failed'; readonly reason: string };

/** What was typed and could not be kept, by the highlight's id; it is there again when the field is. */
const drafts = new Map<string, string>();

/** Draws the field. */
export function NoteField({ highlight, isFocused, isReadOnly }: NoteFieldProps): ReactNode {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState(drafts.get(highlight.id) ?? highlight.note);
  const [kept, setKept] = useState<Kept>({ state: 'kept' });
  const sent = useRef(highlight.note);
  const isShown = useRef(true);

  async function keep(): Promise<void> {
    const text = note.trimEnd();
    if (text === sent.current || isReadOnly) return;
    const before = sent.current;
    sent.current = text;
    drafts.set(highlight.id, text);
    setKept({ state: 'saving' });
    try {
      await changeHighlight(highlight, { note: text });
      drafts.delete(highlight.id);
      setKept({ state: 'saved' });
    } catch (failure) {
      sent.current = before;
      const reason = failureText(toErrorReport(failure));
      setKept({ state: 'failed', reason });
      // Where the field is gone, nobody would see it there.
      if (!isShown.current) say({ text: words.highlights.notSaved({ reason }), tone: 'failure' });
    }
  }
  const leave = useEffectEvent(() => void keep());

  useEffect(() => {
    isShown.current = true;
    if (isFocused) field.current?.focus();
    return () => {
      isShown.current = false;
      leave();
    };
  }, [isFocused]);

  return (
    <div className="note-field">
      <label htmlFor={id}>{words.highlights.note}</label>
      <textarea
        ref={field}
        id={id}
        className="field"
        rows={3}
        maxLength={LONGEST_NOTE}
        placeholder={words.highlights.noteHint}
        value={note}
        readOnly={isReadOnly}
        onChange={(event) => {
          setNote(event.target.value);
          setKept({ state: 'kept' });
        }}
        onBlur={() => void keep()}
      />
      <p role="status" className="note-state" data-failed={kept.state === 'failed'}>
        {kept.state === 'saving' && words.highlights.saving}
        {kept.state === 'saved' && words.highlights.saved}
        {kept.state === 'failed' && words.highlights.notSaved({ reason: kept.reason })}
      </p>
    </div>
  );
}
