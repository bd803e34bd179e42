// One field that finds articles, places and commands, and does the one that is chosen.
import { startTransition, useDeferredValue, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { SearchIcon } from '../ui/icons.ts';
import { whenIdle } from '../ui/whenIdle.ts';
import { words } from '../ui/words.ts';
import { cardInRow } from './cards.ts';
import { call } from './client.ts';
import { useMirror } from './mirror.ts';
import { closeOverlay, useOverlays } from './overlays.ts';
import { findChoices } from './paletteChoices.ts';
import { useAnswer } from './useAnswer.ts';
import './CommandPalette.css';

/** Articles that are offered while nothing is typed. */
const NEWEST = 6;
const AT_ONCE = 9;

/** Draws the palette while it is open. */
export function CommandPalette(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'palette');
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeOverlay();
      }}
    >
      <Modal className="sheet palette-sheet">
        <Dialog className="palette" aria-label={words.commands.palette}>
          <Palette />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette(): ReactNode {
  const [query, setQuery] = useState('');
  const revision = useMirror((mirror) => mirror.revision);
  const newest = useMirror((mirror) => mirror.bySaved).subarray(0, NEWEST);
  const isAsking = query.trim() !== '';
  const found = useAnswer(isAsking ? `${revision} ${query}` : '', async () => {
    return { query, rows: isAsking ? await call('library.titles', { query }) : [] };
  });
  const answered = found.state === 'here' ? found.value.rows.map(({ card }) => card) : [];
  const cards = isAsking ? answered : Array.from(newest).flatMap((row) => cardInRow(row) ?? []);
  const choices = findChoices(query, cards);
  const most = useMostShown();
  const first = useMemo(() => choices.slice(0, most), [choices, most]);
  const shown = useDeferredValue(most === Infinity ? choices : first);

  // Whoever types and presses Enter at once means what will be found, not what was there before.
  const [hurried, setHurried] = useState<string>();
  const isAnswered = found.state === 'failed' || (found.state === 'here' && found.value.query === query);
  const isCurrent = shown === choices && (!isAsking || isAnswered);
  const chooseFirst = useEffectEvent(() => {
    choose(0);
  });
  useEffect(() => {
    if (hurried === query && isCurrent) chooseFirst();
  }, [hurried, query, isCurrent]);

  function choose(place: number): void {
    closeOverlay();
    choices[place]?.run();
  }

  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <TextField
        className="palette-field"
        aria-label={words.palette.placeholder}
        // The palette has one purpose, and this is where it begins.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Escape') closeOverlay();
          else if (event.key === 'Enter' && (!isCurrent || !hasActive(event.target))) setHurried(query);
          else event.continuePropagation();
        }}
      >
        <SearchIcon size={18} aria-hidden />
        <Input placeholder={words.palette.placeholder} />
      </TextField>
      {found.state === 'failed' && (
        <p className="palette-nothing" role="alert">
          {words.palette.failed({ reason: found.message })}
        </p>
      )}
      <Menu
        className={most === 0 ? 'palette-list palette-list-coming' : 'palette-list'}
        aria-label={words.commands.palette}
        items={shown.map((choice, place) => ({ choice, place }))}
        renderEmptyState={() =>
          most > 0 && found.state !== 'failed' && <p className="palette-nothing">{words.palette.nothing({ query })}</p>
        }
        onAction={(key) => choose(Number(key))}
      >
        {({ choice: { title, note, keys, icon: Icon }, place }) => (
          // By its place, so that the first one keeps the focus when what is found comes before it.
          <MenuItem id={place} textValue={title} className="palette-item">
            {Icon === undefined ? (
              <span className="palette-icon" />
            ) : (
              <Icon className="palette-icon" size={17} strokeWidth={1.75} aria-hidden />
            )}
            <span className="palette-title" dir="auto">
              {title}
            </span>
            <span className="palette-note">{keys === '' ? note : <kbd>{keys}</kbd>}</span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}

/** How many choices are to be shown: the field opens without a wait, then come those that are in view, then the others, each once nothing else is to be done. */
function useMostShown(): number {
  const [most, setMost] = useState(0);
  useEffect(() => {
    const next = most === 0 ? AT_ONCE : Infinity;
    return whenIdle(() => startTransition(() => setMost(next)));
  }, [most]);
  return most;
}

/** Whether one of the choices has the virtual focus of the field. */
function hasActive(field: EventTarget): boolean {
  const id = field instanceof HTMLElement ? field.getAttribute('aria-activedescendant') : null;
  return id !== null && document.getElementById(id) !== null;
}
