// Saving from other browsers: the door that lets their pages in, its code, and the bookmark.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DoorState } from '#contract/door.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useBrowserFocus } from '../app/searchFocus.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { toldOr } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';

/** Draws the settings of saving from a browser. */
export function BrowserSettings(): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const answer = useAnswer('door', () => call('door.state'));
  const section = useRef<HTMLElement>(null);
  const asked = useBrowserFocus((state) => state.asked);
  useEffect(() => {
    if (asked === 0) return;
    section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: 'start' });
    useBrowserFocus.setState({ asked: 0 });
  }, [asked]);
  const [changed, setChanged] = useState<DoorState>();
  const door = changed ?? (answer.state === 'here' ? answer.value : undefined);
  const set = async (isOpen: boolean): Promise<void> => {
    if (door === undefined) return;
    setChanged({ ...door, isOpen });
    try {
      setChanged(await call('door.set', { isOpen }));
    } catch (failure) {
      setChanged(door);
      throw failure;
    }
  };
  return (
    <section className="settings-part" ref={section} tabIndex={-1} aria-labelledby="settings-browser">
      <h2 id="settings-browser">{words.settings.browser}</h2>
      <label className="settings-choice">
        <input
          type="checkbox"
          checked={door?.isOpen === true}
          disabled={door === undefined || isReadOnly}
          aria-describedby="door-hint"
          onChange={(event) => attempt(set(event.target.checked))}
        />
        {words.settings.door}
      </label>
      <p className="settings-hint" id="door-hint">
        {words.settings.doorHint}
      </p>
      {answer.state === 'failed' && door === undefined && (
        <FailureLines title={words.settings.doorUnknown} {...answer} />
      )}
      {door?.failure != null && (
        <p className="settings-hint settings-failure" role="alert">
          {toldOr(door.failure, words.settings.doorFailed)}
        </p>
      )}
      {door?.code != null && (
        <Copied label={words.settings.doorCode} hint={words.settings.doorCodeHint} text={door.code} />
      )}
      {door?.bookmarklet != null && (
        <Copied label={words.settings.bookmarklet} hint={words.settings.bookmarkletHint} text={door.bookmarklet} />
      )}
    </section>
  );
}

interface CopiedProps {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
}

/** A text to be copied: it is selected as soon as one is in it. */
function Copied({ label, hint, text }: CopiedProps): ReactNode {
  return (
    <label className="settings-copied">
      {label}
      <input
        className="field"
        type="text"
        dir="ltr"
        readOnly
        spellCheck={false}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <span className="settings-hint">{hint}</span>
    </label>
  );
}
