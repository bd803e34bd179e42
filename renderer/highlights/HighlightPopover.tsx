// A highlight that was pressed: its colour, its note, its tags, and what else can be done with it. What is typed is kept when it is left.
import { useEffect, useState, type ReactNode } from 'react';
import { Dialog, Radio, RadioGroup } from 'react-aria-components';
import { HIGHLIGHT_COLORS, type Highlight } from '#contract/highlight.ts';
import { attempt } from '../app/articleActions.ts';
import { useMirror } from '../app/mirror.ts';
import { CloseIcon, CopyIcon, RemoveIcon } from '../ui/icons.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { PopoverAt, type PlaceInWindow } from '../ui/PopoverAt.tsx';
import { words } from '../ui/words.ts';
import { changeHighlight, copyQuote, removeHighlight } from './highlightActions.ts';
import { NoteField } from './NoteField.tsx';
import { releaseHighlight, useOpenHighlights } from './openHighlights.ts';
import { TagsField } from './TagsField.tsx';
import './HighlightPopover.css';

/** Which highlight, and where. */
export interface HighlightPopoverProps {
  readonly id: string;
  /** Whether the person came to write a note. */
  readonly isForNote: boolean;
  readonly frame: HTMLIFrameElement;
}

/** Draws the popover at the highlight; nothing once that is gone. */
export function HighlightPopover({ id, isForNote, frame }: HighlightPopoverProps): ReactNode {
  const placed = useOpenHighlights((state) => state.placed.find(({ highlight }) => highlight.id === id));
  const [box] = useState(() => boxOf(id, frame));
  const isGone = placed === undefined;
  useEffect(() => {
    if (isGone) releaseHighlight();
  }, [isGone]);
  if (placed === undefined || box === undefined) return null;
  return (
    <PopoverAt place={box} placement="bottom" close={releaseHighlight}>
      <Dialog className="highlight-dialog" aria-label={words.highlights.title}>
        <Fields highlight={placed.highlight} isForNote={isForNote} isEdited={placed.place.how === 'edited'} />
      </Dialog>
    </PopoverAt>
  );
}

interface FieldsProps {
  readonly highlight: Highlight;
  readonly isForNote: boolean;
  readonly isEdited: boolean;
}

function Fields({ highlight, isForNote, isEdited }: FieldsProps): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  return (
    <>
      <div className="highlight-head">
        <RadioGroup
          className="swatches"
          orientation="horizontal"
          aria-label={words.highlights.color}
          value={highlight.color}
          isDisabled={isReadOnly}
          onChange={(value) => {
            const color = HIGHLIGHT_COLORS.find((each) => each === value);
            if (color !== undefined) attempt(changeHighlight(highlight, { color }));
          }}
        >
          {HIGHLIGHT_COLORS.map((color) => (
            <Radio
              key={color}
              value={color}
              className="swatch"
              data-color={color}
              aria-label={words.highlights.colors[color]}
            />
          ))}
        </RadioGroup>
        <span className="highlight-tools">
          <IconButton label={words.highlights.copy} run={() => copyQuote(highlight)}>
            <CopyIcon size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <IconButton
            label={words.highlights.remove}
            isOff={isReadOnly}
            run={() => {
              removeHighlight(highlight);
              releaseHighlight();
            }}
          >
            <RemoveIcon size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <IconButton label={words.highlights.close} run={releaseHighlight}>
            <CloseIcon size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </span>
      </div>
      {isEdited && (
        <p className="highlight-edited">
          {words.highlights.edited} <q>{highlight.target.quote.exact}</q>
        </p>
      )}
      <NoteField highlight={highlight} isFocused={isForNote} isReadOnly={isReadOnly} />
      <TagsField highlight={highlight} isReadOnly={isReadOnly} />
    </>
  );
}

/** Where in the window the highlight stands: its first line, or what is in view of it. */
function boxOf(id: string, frame: HTMLIFrameElement): PlaceInWindow | undefined {
  const { placed, text } = useOpenHighlights.getState();
  const found = placed.find(({ highlight }) => highlight.id === id);
  if (found === undefined || text === undefined) return undefined;
  const lines = [...text.rangeOf(found.place.start, found.place.end).getClientRects()];
  const seen = lines.filter(({ bottom, top }) => bottom > 0 && top < frame.clientHeight);
  const line = seen.at(-1) ?? lines[0];
  if (line === undefined) return undefined;
  const outside = frame.getBoundingClientRect();
  return { x: outside.left + line.left, y: outside.top + line.top, width: line.width, height: line.height };
}
