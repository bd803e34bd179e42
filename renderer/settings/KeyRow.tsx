// A command and its keys: takes the next key that is pressed once the person has asked for it, and says who else has it.
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Shortcut } from '#contract/shortcut.ts';
import type { Command } from '../app/command.ts';
import { isReserved, readPress, showShortcut } from '../app/keyPress.ts';
import { words } from '../ui/words.ts';
import { language } from '../words/language.ts';

const list = new Intl.ListFormat(language, { type: 'conjunction' });

/** What a row shows and does. */
export interface KeyRowProps {
  readonly command: Command;
  readonly shortcuts: readonly Shortcut[];
  /** Whether these are others than it comes with. */
  readonly isChanged: boolean;
  /** Commands that have one of its keys too. */
  readonly rivals: readonly Command[];
  /** Tells whoever does not see it what was done. */
  readonly say: (text: string) => void;
  readonly give: (shortcuts: readonly Shortcut[]) => void;
}

/** Draws the row. */
export function KeyRow({ command, shortcuts, isChanged, rivals, say, give }: KeyRowProps): ReactNode {
  const [isRecording, setIsRecording] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { id, title } = command;

  function take(pressed: readonly Shortcut[]): void {
    setIsRecording(false);
    give(pressed);
    const key = pressed.map(showShortcut).join(', ');
    say(key === '' ? words.keys.nowNone({ command: title }) : words.keys.now({ command: title, key }));
  }

  function record(event: KeyboardEvent): void {
    // Tab leads out, as everywhere.
    if (!isRecording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = readPress(event.nativeEvent);
    if (pressed === undefined || event.repeat) return;
    const isPlain = !pressed.mod && pressed.alt !== true && pressed.shift !== true;
    if (isPlain && pressed.key === 'Escape') setIsRecording(false);
    else if (isPlain && pressed.key === 'Backspace') take([]);
    else if (isReserved(pressed)) setProblem(words.keys.reserved({ key: showShortcut(pressed) }));
    else take([pressed]);
  }

  const note =
    problem ??
    (rivals.length > 0 ? words.keys.conflict({ commands: list.format(rivals.map((each) => each.title)) }) : undefined);
  return (
    <li className="keys-row">
      <span className="keys-title">{title}</span>
      <span className="keys-reset">
        {isChanged && !isRecording && (
          <button
            type="button"
            className="button button-small button-plain"
            aria-label={words.keys.resetOf({ command: title })}
            onClick={() => {
              give(command.shortcuts);
              setProblem(undefined);
            }}
          >
            {words.keys.reset}
          </button>
        )}
      </span>
      <span className="keys-chips">
        {shortcuts.length === 0 && <span className="keys-none">{words.keys.none}</span>}
        {shortcuts.map((shortcut) => (
          <kbd key={showShortcut(shortcut)}>{showShortcut(shortcut)}</kbd>
        ))}
      </span>
      <button
        type="button"
        className={`button button-small ${isRecording ? 'keys-recording' : ''}`}
        aria-label={isRecording ? words.keys.pressOf({ command: title }) : words.keys.changeOf({ command: title })}
        aria-describedby={note === undefined ? undefined : `keys-note-${id}`}
        onClick={() => {
          setProblem(undefined);
          setIsRecording(!isRecording);
          if (!isRecording) say(words.keys.pressOf({ command: title }));
        }}
        onKeyDown={record}
        onBlur={() => setIsRecording(false)}
      >
        {isRecording ? words.keys.press : words.keys.change}
      </button>
      {note !== undefined && (
        <span className="keys-note" id={`keys-note-${id}`} role="status">
          {note}
        </span>
      )}
    </li>
  );
}
