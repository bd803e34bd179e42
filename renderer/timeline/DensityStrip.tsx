// The whole span at a glance, newest at the top: a bar for each day, month or year. It is the scroll bar: press, drag or use the arrow keys
// to go there; with Shift held a range is chosen.
import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { codeDate, codesWithin, dateCode, type DateCode } from '#contract/dateCode.ts';
import type { TimelineFilter, TimelinePeriods } from '#contract/post.ts';
import { formatDate } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { barOf, followAim, rangeOf, toDensity, type Aim, type Density } from './density.ts';
import { densityLabels } from './densityLabels.ts';
import './DensityStrip.css';

/** What the strip shows and moves. */
export interface DensityStripProps {
  readonly span: TimelinePeriods;
  /** The date at the top of the list. */
  readonly top: DateCode;
  /** The list cannot go on, so the last bars may be in view without being at its top. */
  readonly isAtEnd: boolean;
  readonly range: Pick<TimelineFilter, 'from' | 'to'>;
  readonly jump: (code: DateCode) => void;
  /** `isFirst` says that it begins to be chosen. */
  readonly choose: (range: Pick<TimelineFilter, 'from' | 'to'>, isFirst: boolean) => void;
}

const WIDEST_BAR_PX = 24;

/** Draws the strip; nothing for a span of a single bar. */
export function DensityStrip({ span, top, isAtEnd, range, jump, choose }: DensityStripProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const height = useHeight(frame);
  const density = useMemo(() => toDensity(span, height), [span, height]);
  const { bars, unit } = density;
  const [aim, setAim] = useState<Aim>();
  const [pointed, setPointed] = useState<number>();
  const [hasFocus, setFocus] = useState(false);
  const [begin, setBegin] = useState<number>();
  const atTop = barOf(density, top);
  const followed = aim === undefined ? undefined : followAim(aim, atTop, isAtEnd);
  if (followed !== aim) setAim(followed);
  const current = followed?.bar ?? atTop;
  const told = pointed ?? (hasFocus ? current : undefined);

  function go(index: number): void {
    const at = Math.min(bars.length - 1, Math.max(0, index));
    const bar = bars[at];
    if (bar === undefined) return;
    setAim({ bar: at, isThere: false });
    jump(bar.code);
  }

  function barUnder(event: PointerEvent<HTMLDivElement>): number {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return Math.min(bars.length - 1, Math.max(0, Math.floor(((event.clientY - top) / height) * bars.length)));
  }

  function press(event: PointerEvent<HTMLDivElement>): void {
    if ((event.buttons & 1) === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = barUnder(event);
    if (!event.shiftKey) go(at);
    else {
      setBegin(at);
      choose(rangeOf(bars, at, at), true);
    }
  }

  function point(event: PointerEvent<HTMLDivElement>): void {
    const at = barUnder(event);
    setPointed(at);
    if ((event.buttons & 1) === 0) return;
    if (begin === undefined) go(at);
    else if (at !== pointed) choose(rangeOf(bars, begin, at), false);
  }

  function type(event: KeyboardEvent): void {
    const target = {
      ArrowUp: filled(density, current - 1, -1),
      ArrowDown: filled(density, current + 1, 1),
      PageUp: current - 12,
      PageDown: current + 12,
      Home: 0,
      End: bars.length - 1,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const from = begin ?? current;
    setBegin(event.shiftKey ? from : undefined);
    go(target);
    if (event.shiftKey)
      choose(rangeOf(bars, from, Math.min(bars.length - 1, Math.max(0, target))), begin === undefined);
  }

  const bar = bars[current];
  const toldBar = told === undefined ? undefined : bars[told];
  return (
    <div className="density" ref={frame}>
      {bars.length > 1 && (
        <div
          className="density-bars"
          role="slider"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={words.timeline.density[unit]}
          title={words.timeline.densityHint}
          aria-valuemin={0}
          aria-valuemax={bars.length - 1}
          aria-valuenow={current}
          aria-valuetext={bar === undefined ? '' : barLine(bar)}
          style={{ blockSize: `min(100%, ${bars.length * WIDEST_BAR_PX}px)` }}
          onPointerDown={press}
          onPointerMove={point}
          onPointerUp={() => setBegin(undefined)}
          onPointerLeave={() => setPointed(undefined)}
          onFocus={() => setFocus(true)}
          onBlur={() => setFocus(false)}
          onKeyDown={type}
        >
          <Bars density={density} current={current} range={range} />
          {densityLabels(density, height).map(({ text, index, isYear }) => (
            <span
              key={index}
              className={isYear ? 'density-label density-year' : 'density-label'}
              style={{ insetBlockStart: `${((index + 0.5) / bars.length) * 100}%` }}
              aria-hidden
            >
              {text}
            </span>
          ))}
          {told !== undefined && toldBar !== undefined && (
            <span
              className="density-told"
              style={{ insetBlockStart: `${((told + 0.5) / bars.length) * 100}%` }}
              aria-hidden
            >
              {barLine(toldBar)}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

function barLine({ code, count, saved }: Density['bars'][number]): string {
  const period = formatDate(codeDate(code) ?? '');
  return saved > 0
    ? words.timeline.densityValueSaved({ period, count, saved })
    : words.timeline.densityValue({ period, count });
}

interface BarsProps {
  readonly density: Density;
  readonly current: number;
  readonly range: Pick<TimelineFilter, 'from' | 'to'>;
}

function Bars({ density: { bars, most }, current, range }: BarsProps): ReactNode {
  const from = range.from === null ? 0 : codesWithin(dateCode(range.from))[0];
  const to = range.to === null ? Infinity : codesWithin(dateCode(range.to))[1];
  // Area would hide the quiet months beside a loud one; the square root keeps them in sight.
  const wide = (count: number): number => (count === 0 ? 0 : Math.max(4, 100 * Math.sqrt(count / most)));
  return (
    <svg className="density-drawing" viewBox={`0 0 100 ${bars.length}`} preserveAspectRatio="none" aria-hidden>
      {bars.map(({ code, count, saved }, index) => {
        const isOut = code < from || codesWithin(code)[0] > to;
        const here = index === current ? 'density-bar-here' : isOut ? 'density-bar-out' : '';
        return (
          <g key={code} className={here}>
            <rect className="density-bar" width={wide(count)} height={0.72} x={0} y={index + 0.14} />
            {saved > 0 && <rect className="density-saved" width={wide(saved)} height={0.72} x={0} y={index + 0.14} />}
          </g>
        );
      })}
    </svg>
  );
}

// It mostly is what it was when the strip was drawn last.
let heightBefore = 0;

/** The height of an element in CSS pixels, as it is and as it changes. */
function useHeight(element: { readonly current: HTMLElement | null }): number {
  const [height, setHeight] = useState(heightBefore);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    // The observer tells it in any case before anything is painted, and without a layout of its own.
    const observer = new ResizeObserver((entries) => {
      heightBefore = Math.round(entries.at(-1)?.contentRect.height ?? heightBefore);
      setHeight(heightBefore);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return height;
}

/** The next bar in a direction that has posts; the last one there when there is none. */
function filled({ bars }: Density, from: number, step: 1 | -1): number {
  for (let i = from; i >= 0 && i < bars.length; i += step) if ((bars[i]?.count ?? 0) > 0) return i;
  return from - step;
}
