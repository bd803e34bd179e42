// Theme and type of the reader, changed at once and kept; a preview shows them as the reader will.
import type { CSSProperties, ReactNode } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import type { Settings, Theme } from '#contract/settings.ts';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { TEXT_SIZES } from '../app/readerLook.ts';
import { SystemIcon } from '../ui/icons.ts';
import { drawnTheme } from '../ui/theme.ts';
import { words } from '../ui/words.ts';
import './ReadingSettings.css';

const THEMES: readonly Theme[] = ['system', 'paper', 'sepia', 'night', 'black', 'contrast'];
const FONTS: readonly Settings['font'][] = ['serif', 'sans'];

const change = (settings: Partial<Settings>): void => attempt(changeSettings(settings));

/** Draws the reading settings. */
export function ReadingSettings(): ReactNode {
  const settings = useMirror((mirror) => mirror.settings);
  return (
    <section className="settings-part">
      <h2>{words.settings.reading}</h2>
      <fieldset className="theme-choices">
        <legend>{words.settings.theme}</legend>
        {THEMES.map((theme) => (
          <label key={theme} className="theme-choice" data-theme={drawnTheme(theme)}>
            <input
              type="radio"
              className="visually-hidden"
              name="theme"
              checked={settings.theme === theme}
              onChange={() => change({ theme })}
            />
            <span className="theme-sample" aria-hidden>
              {theme === 'system' ? <SystemIcon size={24} strokeWidth={1.5} /> : 'Aa'}
            </span>
            <span>{words.themes[theme]}</span>
          </label>
        ))}
      </fieldset>
      <div className="reading-type">
        <div className="reading-controls">
          <fieldset className="font-choices">
            <legend>{words.settings.font}</legend>
            {FONTS.map((font) => (
              <label key={font} className={`font-choice font-choice-${font}`}>
                <input
                  type="radio"
                  className="visually-hidden"
                  name="font"
                  checked={settings.font === font}
                  onChange={() => change({ font })}
                />
                {words.fonts[font]}
              </label>
            ))}
          </fieldset>
          <Range
            label={words.settings.textSize}
            value={settings.textSize}
            from={TEXT_SIZES.smallest}
            to={TEXT_SIZES.largest}
            step={1}
            write={(size) => words.settings.textSizeValue({ size })}
            choose={(textSize) => change({ textSize })}
          />
          <Range
            label={words.settings.measure}
            value={settings.measure}
            from={45}
            to={90}
            step={1}
            write={(characters) => words.settings.measureValue({ characters })}
            choose={(measure) => change({ measure })}
          />
          <Range
            label={words.settings.leading}
            value={settings.leading}
            from={1.2}
            to={2}
            step={0.05}
            write={(leading) => words.settings.leadingValue({ leading })}
            choose={(leading) => change({ leading })}
          />
        </div>
        <Preview settings={settings} />
      </div>
    </section>
  );
}

interface RangeProps {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly write: (value: number) => string;
  readonly choose: (value: number) => void;
}

function Range({ label, value, from, to, step, write, choose }: RangeProps): ReactNode {
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
      <SliderOutput className="range-value">{write(value)}</SliderOutput>
      <SliderTrack className="range-track">
        <div className="range-fill" style={{ inlineSize: `${((value - from) / (to - from)) * 100}%` }} />
        <SliderThumb className="range-thumb" />
      </SliderTrack>
    </Slider>
  );
}

function Preview({ settings }: { readonly settings: Settings }): ReactNode {
  const { font, textSize, leading, measure } = settings;
  const style: CSSProperties = {
    fontFamily: font === 'serif' ? 'var(--font-display)' : 'var(--font-ui)',
    fontSize: textSize,
    lineHeight: leading,
    // `ch` is the width of a zero, a ninth wider than the letters of running text.
    maxInlineSize: `${measure * 0.9}ch`,
  };
  return (
    <figure className="reading-preview" aria-label={words.settings.preview}>
      <div style={style}>
        <p className="reading-preview-title">{words.settings.previewTitle}</p>
        <p>{words.settings.previewText}</p>
      </div>
    </figure>
  );
}
