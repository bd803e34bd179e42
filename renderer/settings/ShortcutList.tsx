// Every command with its keys, to be found, changed and given back; keys that two commands share are shown with both.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { COMMAND_GROUPS, type Command } from '../app/command.ts';
import { COMMANDS } from '../app/commands.ts';
import { findConflicts, isChanged, resetShortcuts, setShortcuts, shortcutsOf } from '../app/keyMap.ts';
import { showShortcut } from '../app/keyPress.ts';
import { rankOf, wordsOf } from '../app/matchWords.ts';
import { useMirror } from '../app/mirror.ts';
import { useKeysFocus } from '../app/searchFocus.ts';
import { Notice } from '../ui/Notice.tsx';
import { words } from '../ui/words.ts';
import { KeyRow } from './KeyRow.tsx';
import './ShortcutList.css';

/** Draws the list. */
export function ShortcutList(): ReactNode {
  const keys = useMirror(({ settings }) => settings.keys);
  const [query, setQuery] = useState('');
  /** What was done last, told to whoever does not see it. */
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const asked = useKeysFocus((state) => state.asked);
  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus();
    field.current?.scrollIntoView({ block: 'start' });
    useKeysFocus.setState({ asked: 0 });
  }, [asked]);
  const conflicts = findConflicts(COMMANDS, keys);
  const wanted = wordsOf(query);
  const fits = (command: Command): boolean =>
    rankOf(`${command.title} ${shortcutsOf(command, keys).map(showShortcut).join(' ')}`, wanted) !== undefined;
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    commands: COMMANDS.filter((command) => (command.group ?? 'general') === group && fits(command)),
  })).filter(({ commands }) => commands.length > 0);

  return (
    <section className="settings-part" aria-labelledby="settings-keys">
      <h2 id="settings-keys">{words.settings.shortcuts}</h2>
      <p className="settings-hint">{words.keys.hint}</p>
      <div className="keys-head">
        <input
          ref={field}
          className="field keys-search"
          type="search"
          value={query}
          placeholder={words.keys.search}
          aria-label={words.keys.search}
          spellCheck={false}
          onChange={({ target: { value } }) => setQuery(value)}
        />
        <button
          type="button"
          className="button"
          disabled={!COMMANDS.some((command) => isChanged(command, keys))}
          onClick={() => attempt(resetShortcuts(COMMANDS))}
        >
          {words.keys.resetAll}
        </button>
      </div>
      <p className={conflicts.size > 0 ? 'keys-conflicts' : 'settings-hint'}>
        {conflicts.size > 0 ? words.keys.conflicts({ count: conflicts.size }) : words.keys.noConflicts}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {groups.length === 0 && <Notice title={words.keys.nothing({ query: query.trim() })} />}
      {groups.map(({ group, commands }) => (
        <div key={group} className="keys-group">
          <h3 id={`keys-${group}`}>{words.commandLists.groups[group]}</h3>
          <ul aria-labelledby={`keys-${group}`}>
            {commands.map((command) => (
              <KeyRow
                key={command.id}
                command={command}
                shortcuts={shortcutsOf(command, keys)}
                isChanged={isChanged(command, keys)}
                rivals={conflicts.get(command.id) ?? []}
                say={setSaid}
                give={(shortcuts) => attempt(setShortcuts(command, shortcuts))}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
