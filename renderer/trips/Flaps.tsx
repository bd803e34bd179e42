// Letters as a station's board shows them: one flap each, in two halves. Flaps that change fall through one letter to the next; a reader of the
// screen hears none of it, since the words stand beside them.
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { drawnTheme } from '../ui/theme.ts';
import { useMirror } from '../app/mirror.ts';
import { direction } from '../words/language.ts';
import { FALL_MS, glyphBetween, toGlyphs } from './glyphs.ts';
import './Flaps.css';

/** What the flaps show. */
export interface FlapsProps {
  readonly text: string;
  /** How many flaps there are; what is shorter is filled up with blank ones. */
  readonly count: number;
  /** Where the text stands among them. */
  readonly align?: 'start' | 'end';
}

const wantsStillness = window.matchMedia('(prefers-reduced-motion: reduce)');
// Letters that are joined cannot be taken apart: the whole word is one flap then.
const isJoined = direction === 'rtl';

/** Draws them. */
export function Flaps({ text, count, align = 'start' }: FlapsProps): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const last = useRef(text);
  const [from, setFrom] = useState<string>();

  useLayoutEffect(() => {
    const before = last.current;
    last.current = text;
    if (before !== text && mayMove(element.current)) setFrom(before);
  }, [text]);

  useEffect(() => {
    if (from === undefined) return undefined;
    const timer = window.setTimeout(() => setFrom(undefined), FALL_MS);
    return () => window.clearTimeout(timer);
  }, [from]);

  const glyphs = toGlyphs(text, count, align, isJoined);
  const old = from === undefined ? glyphs : toGlyphs(from, count, align, isJoined);
  return (
    <span className="flaps" ref={element} data-joined={isJoined ? '' : undefined} aria-hidden>
      {glyphs.map((glyph, place) => (
        <Flap key={place} glyph={glyph} old={old[place] ?? ' '} place={place} />
      ))}
    </span>
  );
}

interface FlapProps {
  readonly glyph: string;
  readonly old: string;
  readonly place: number;
}

function Flap({ glyph, old, place }: FlapProps): ReactNode {
  if (glyph === old) return <span className="flap">{glyph}</span>;
  const between = glyphBetween(old, glyph);
  const style: CSSProperties & Record<'--place', number> = { '--place': place };
  return (
    <span className="flap" style={style}>
      {glyph}
      {/* From the lowest to the topmost. */}
      <span className="flap-leaf flap-lower">{old}</span>
      <span className="flap-leaf flap-upper flap-falls-second">{between}</span>
      <span className="flap-leaf flap-lower flap-lands-first">{between}</span>
      <span className="flap-leaf flap-upper flap-falls-first">{old}</span>
      <span className="flap-leaf flap-lower flap-lands-second">{glyph}</span>
    </span>
  );
}

/** Nothing moves where nobody wants it, nobody sees it, or paper shows it slowly. */
function mayMove(element: HTMLElement | null): boolean {
  if (element === null || wantsStillness.matches || document.visibilityState !== 'visible') return false;
  if (drawnTheme(useMirror.getState().settings.theme) === 'eink') return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight && element.checkVisibility({ checkVisibilityCSS: true });
}
