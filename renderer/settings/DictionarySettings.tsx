// The dictionaries: which are asked and in what order, what is known of each, adding and removing.
import { useState, type ReactNode } from 'react';
import type { InstalledDictionary } from '#contract/dictionary.ts';
import type { Settings } from '#contract/settings.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { say } from '../app/toasts.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatBytes } from '../ui/dates.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { toldOr } from '../ui/failureText.ts';
import { AddIcon, EarlierIcon, LaterIcon, RemoveIcon } from '../ui/icons.ts';
import { languageName } from '../ui/languageName.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { words } from '../ui/words.ts';
import './DictionarySettings.css';

/** Draws the settings of the dictionaries. */
export function DictionarySettings(): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  const [revision, setRevision] = useState(0);
  const [isAdding, setIsAdding] = useState(false);
  const answer = useAnswer(`dictionaries ${revision}`, () => call('dictionary.list'));
  const renew = (): void => setRevision((before) => before + 1);

  async function add(): Promise<void> {
    setIsAdding(true);
    try {
      const added = await call('dictionary.add');
      if (added !== null) say({ text: words.dictionaries.added({ title: added.title, count: added.entries }) });
      renew();
    } finally {
      setIsAdding(false);
    }
  }

  async function remove({ name, title }: InstalledDictionary): Promise<void> {
    await call('dictionary.remove', { name });
    renew();
    const restore = async (): Promise<void> => {
      await call('dictionary.restore', { name });
      say({ text: words.dictionaries.restored({ title }) });
      renew();
    };
    say({
      text: words.dictionaries.removed({ title }),
      action: { label: words.dictionaries.undo, run: () => attempt(restore()) },
    });
  }

  const arranged = useMirror((mirror) => mirror.settings.dictionaries);
  const list = answer.state === 'here' ? inOrder(answer.value, arranged) : [];
  const arrange = (next: readonly InstalledDictionary[]): Promise<void> =>
    changeSettings({ dictionaries: next.map(({ name, isOn }) => ({ name, isOn })) });

  return (
    <section className="settings-part" aria-labelledby="dictionaries-title">
      <h2 id="dictionaries-title">{words.dictionaries.title}</h2>
      <p className="settings-hint">{words.dictionaries.hint}</p>
      {answer.state === 'waiting' && <p className="settings-hint">{words.dictionaries.loading}</p>}
      {answer.state === 'failed' && <FailureLines title={words.dictionaries.failed} {...answer} />}
      {answer.state === 'here' && (
        <ul className="dictionaries">
          {list.map((dictionary, index) => (
            <Row
              key={dictionary.name}
              dictionary={dictionary}
              list={list}
              index={index}
              isReadOnly={isReadOnly}
              arrange={(next) => attempt(arrange(next))}
              remove={() => attempt(remove(dictionary))}
            />
          ))}
        </ul>
      )}
      {isReadOnly ? (
        <p className="settings-hint">{words.dictionaries.readOnly[because]}</p>
      ) : (
        <button
          type="button"
          className="button button-small"
          aria-disabled={isAdding}
          onClick={() => {
            if (!isAdding) attempt(add());
          }}
        >
          <AddIcon size={15} aria-hidden />
          {isAdding ? words.dictionaries.adding : words.dictionaries.add}
        </button>
      )}
    </section>
  );
}

/** As the person wants them at this moment; the answer is as it was when it was asked for. */
function inOrder(
  list: readonly InstalledDictionary[],
  arranged: Settings['dictionaries'],
): readonly InstalledDictionary[] {
  const placeOf = ({ name }: InstalledDictionary): number => {
    const place = arranged.findIndex((each) => each.name === name);
    return place === -1 ? arranged.length : place;
  };
  return list
    .map((each) => ({ ...each, isOn: arranged.find(({ name }) => name === each.name)?.isOn ?? each.isOn }))
    .sort((a, b) => placeOf(a) - placeOf(b));
}

interface RowProps {
  readonly dictionary: InstalledDictionary;
  readonly list: readonly InstalledDictionary[];
  readonly index: number;
  readonly isReadOnly: boolean;
  readonly arrange: (list: readonly InstalledDictionary[]) => void;
  readonly remove: () => void;
}

function Row({ dictionary, list, index, isReadOnly, arrange, remove }: RowProps): ReactNode {
  const { title, isOn, isBundled, failure } = dictionary;
  const moved = (by: 1 | -1): readonly InstalledDictionary[] => {
    const others = list.filter((each) => each !== dictionary);
    return [...others.slice(0, index + by), dictionary, ...others.slice(index + by)];
  };
  return (
    <li className="dictionary">
      <input
        type="checkbox"
        className="dictionary-use"
        aria-label={words.dictionaries.use({ title })}
        checked={isOn}
        disabled={isReadOnly}
        onChange={() => arrange(list.map((each) => (each === dictionary ? { ...each, isOn: !isOn } : each)))}
      />
      <div className="dictionary-words">
        <p className="dictionary-title" dir="auto">
          {title}
        </p>
        {failure === null ? (
          <p className="settings-hint">{factsOf(dictionary).join(' · ')}</p>
        ) : (
          <p className="settings-hint settings-failure">{toldOr(failure, words.failures.unreadable)}</p>
        )}
      </div>
      {!isReadOnly && (
        <>
          <IconButton label={words.dictionaries.earlier({ title })} isOff={index === 0} run={() => arrange(moved(-1))}>
            <EarlierIcon size={16} aria-hidden />
          </IconButton>
          <IconButton
            label={words.dictionaries.later({ title })}
            isOff={index === list.length - 1}
            run={() => arrange(moved(1))}
          >
            <LaterIcon size={16} aria-hidden />
          </IconButton>
          {!isBundled && (
            <IconButton label={words.dictionaries.remove({ title })} isOff={false} run={remove}>
              <RemoveIcon size={16} aria-hidden />
            </IconButton>
          )}
        </>
      )}
    </li>
  );
}

function factsOf({ from, to, entries, sizeBytes, isBundled }: InstalledDictionary): readonly string[] {
  const facts = [words.dictionaries.entries({ count: entries }), formatBytes(sizeBytes)];
  if (from !== null && (to === null || to === from)) facts.unshift(languageName(from));
  else if (from !== null && to !== null)
    facts.unshift(words.dictionaries.languages({ from: languageName(from), to: languageName(to) }));
  return isBundled ? [...facts, words.dictionaries.bundled] : facts;
}
