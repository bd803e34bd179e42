// The choices of how a text is set, in the settings and over an article: a look in, each change out at once. Knows nothing of where it is kept.
import { useId, type ReactNode } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { THEMES, type TextFont, type TextLook } from '#contract/settings.ts';
import { LEADING, MEASURE, TEXT_SIZE } from '../reader/frame/textRanges.ts';
import { SystemIcon } from '../ui/icons.ts';
import { drawnTheme } from '../ui/theme.ts';
import { words } from '../ui/words.ts';
import { Choices } from './Choices.tsx';
import './LookControls.css';

const FONTS: readonly TextFont[] = ['serif', 'sans', 'legible', 'dyslexic', 'mono'];
const PARAGRAPHS: readonly TextLook['paragraphs'][] = ['spaced', 'indented'];

/** A look and what is told of each change. */
export interface LookProps {
  readonly look: TextLook;
  readonly change: (change: Partial<TextLook>) => void;
}

/** Draws the themes. */
export function ThemeChoice({ look, change }: LookProps): ReactNode {
  const name = useId();
  return (
    <fieldset className="choices theme-choices">
      <legend>{words.looks.theme}</legend>
      {THEMES.map((theme) => (
        <label key={theme} className="theme-choice" data-theme={drawnTheme(theme)}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={look.theme === theme}
            onChange={() => change({ theme })}
          />
          <span className="theme-sample" aria-hidden>
            {theme === 'system' ? <SystemIcon size={24} strokeWidth={1.5} /> : 'Aa'}
          </span>
          <span>{words.themes[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Draws everything but the themes. `canPart` tells whether words of the text's language can be parted at all. */
export function TypeControls({ look, change, canPart }: LookProps & { readonly canPart: boolean }): ReactNode {
  const { textSize, measure, leading, justified, hyphenated } = look;
  return (
    <div className="type-controls">
      <Choices
        label={words.looks.font}
        values={FONTS}
        chosen={look.font}
        name={(font) => words.fonts[font]}
        choose={(font) => change({ font })}
        classOf={(font) => `font-${font}`}
      />
      <Range
        label={words.looks.textSize}
        value={textSize}
        range={TEXT_SIZE}
        written={words.looks.textSizeValue({ size: textSize })}
        choose={(chosen) => change({ textSize: chosen })}
      />
      <Range
        label={words.looks.measure}
        value={measure}
        range={MEASURE}
        written={words.looks.measureValue({ characters: measure })}
        choose={(chosen) => change({ measure: chosen })}
      />
      <Range
        label={words.looks.leading}
        value={leading}
        range={LEADING}
        written={words.looks.leadingValue({ leading })}
        choose={(chosen) => change({ leading: chosen })}
      />
      <Choices
        label={words.looks.paragraphs}
        values={PARAGRAPHS}
        chosen={look.paragraphs}
        name={(paragraphs) => words.looks[paragraphs]}
        choose={(paragraphs) => change({ paragraphs })}
      />
      <div>
        <Toggle
          label={words.looks.justified}
          isOn={justified}
          hint={justified ? words.looks.justifiedHint : undefined}
          turn={(on) => change({ justified: on })}
        />
        <Toggle
          label={words.looks.hyphenated}
          isOn={hyphenated}
          hint={hyphenated && !canPart ? words.looks.hyphenatedNot : undefined}
          turn={(on) => change({ hyphenated: on })}
        />
      </div>
    </div>
  );
}

/** What a switch is called, whether it is on, and what there is to know of it at this moment. */
export interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly hint: string | undefined;
  readonly turn: (isOn: boolean) => void;
}

/** Draws something that is on or off. */
export function Toggle({ label, isOn, hint, turn }: ToggleProps): ReactNode {
  const hintId = useId();
  return (
    <div>
      <label className="toggle">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={hint === undefined ? undefined : hintId}
          onChange={() => turn(!isOn)}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p className="toggle-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface RangeProps {
  readonly label: string;
  readonly value: number;
  readonly range: { readonly from: number; readonly to: number; readonly step: number };
  /** The value in words. */
  readonly written: string;
  readonly choose: (value: number) => void;
}

function Range({ label, value, range: { from, to, step }, written, choose }: RangeProps): ReactNode {
  return (
    <Slider
      className="range"
      value={value}
      minValue={from}
      maxValue={to}
      step={step}
      onChange={(chosen) => {
        if (typeof chosen === 'number') choose(Number(chosen.toFixed(2)));
      }}
    >
      <Label>{label}</Label>
      <SliderOutput className="range-value">{written}</SliderOutput>
      <SliderTrack className="range-track">
        <div className="range-fill" style={{ inlineSize: `${((value - from) / (to - from)) * 100}%` }} />
        <SliderThumb className="range-thumb" />
      </SliderTrack>
    </Slider>
  );
}
