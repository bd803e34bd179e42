// Finding in the article: a field over it, how many places there are, and the way from one to the next.
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { CaseIcon, CloseIcon, EarlierIcon, LaterIcon, WholeWordIcon } from '../../ui/icons.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { words } from '../../ui/words.ts';
import { stepHits, useHits } from '../hits.ts';
import { useOpenFrame } from '../frame/openFrame.ts';
import { closeFind, createFinder, useFind } from './find.ts';
import './FindBar.css';

/** Draws the bar; nothing while it is not asked for. */
export function FindBar(): ReactNode {
  const isOpen = useFind((find) => find.isOpen);
  // A bar that was open is closed with its article.
  useEffect(() => () => useFind.setState({ isOpen: false }), []);
  return isOpen ? <OpenBar /> : null;
}

function OpenBar(): ReactNode {
  const { query, isCaseKept, isWholeWord, asked } = useFind();
  const open = useOpenFrame((store) => store.open);
  const finder = useMemo(() => (open === undefined ? undefined : createFinder(open)), [open]);
  const field = useRef<HTMLInputElement>(null);
  const { by, count, current } = useHits();
  const isFound = by === 'find' && query.trim() !== '';

  useEffect(() => finder?.find(query, { isCaseKept, isWholeWord }), [finder, query, isCaseKept, isWholeWord]);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'F3') stepHits(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') closeFind();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className="find-bar" aria-label={words.find.bar}>
      <input
        ref={field}
        className="field find-field"
        type="text"
        value={query}
        placeholder={words.find.placeholder}
        aria-label={words.find.placeholder}
        spellCheck={false}
        onChange={({ target }) => useFind.setState({ query: target.value })}
        onKeyDown={press}
      />
      <p role="status" className="find-count" data-none={isFound && count === 0}>
        {isFound && count === 0 && words.find.none}
        {isFound && count !== undefined && count > 0 && words.find.place({ place: current + 1, count })}
      </p>
      <Toggle label={words.find.matchCase} isOn={isCaseKept} flip={() => useFind.setState({ isCaseKept: !isCaseKept })}>
        <CaseIcon size={18} strokeWidth={1.75} aria-hidden />
      </Toggle>
      <Toggle
        label={words.find.wholeWord}
        isOn={isWholeWord}
        flip={() => useFind.setState({ isWholeWord: !isWholeWord })}
      >
        <WholeWordIcon size={18} strokeWidth={1.75} aria-hidden />
      </Toggle>
      <span className="find-divider" aria-hidden />
      <IconButton label={words.find.previous} run={() => stepHits(-1)}>
        <EarlierIcon size={17} aria-hidden />
      </IconButton>
      <IconButton label={words.find.next} run={() => stepHits(1)}>
        <LaterIcon size={17} aria-hidden />
      </IconButton>
      <IconButton label={words.find.close} run={closeFind}>
        <CloseIcon size={17} aria-hidden />
      </IconButton>
    </search>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly flip: () => void;
  readonly children: ReactNode;
}

function Toggle({ label, isOn, flip, children }: ToggleProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button find-toggle"
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      onClick={flip}
    >
      {children}
    </button>
  );
}
