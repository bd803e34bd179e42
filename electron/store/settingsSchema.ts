// The shape of `settings.json`: the contract's settings and a format number. A setting this version does not know is kept.
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { refuseNewer } from './articleSchema.ts';

const entries = {
  theme: v.picklist(['system', 'paper', 'sepia', 'night', 'black', 'contrast']),
  textSize: v.pipe(v.number(), v.minValue(14), v.maxValue(32)),
  measure: v.pipe(v.number(), v.minValue(45), v.maxValue(90)),
  leading: v.pipe(v.number(), v.minValue(1.2), v.maxValue(2)),
  font: v.picklist(['serif', 'sans']),
};
const doorCode = v.nullable(v.pipe(v.string(), v.regex(/^[a-z2-7]{26}$/)));
const storedSchema = v.looseObject({
  format: v.literal(1),
  ...entries,
  // Files written before there was this setting have none.
  keepComments: v.optional(v.boolean(), DEFAULT_SETTINGS.keepComments),
  savesPaused: v.optional(v.boolean(), DEFAULT_SETTINGS.savesPaused),
  doorCode: v.optional(doorCode, DEFAULT_SETTINGS.doorCode),
  watchedFolder: v.optional(v.nullable(v.string()), DEFAULT_SETTINGS.watchedFolder),
});
const changeSchema = v.partial(
  v.strictObject({
    ...entries,
    keepComments: v.boolean(),
    savesPaused: v.boolean(),
    doorCode,
    watchedFolder: v.nullable(v.string()),
  }),
);

/** The content of `settings.json`. */
export type StoredSettings = v.InferOutput<typeof storedSchema>;

/** Checks the content of `settings.json`; throws when anything is missing or out of range. */
export function parseStoredSettings(json: unknown): StoredSettings {
  refuseNewer(json);
  return v.parse(storedSchema, json);
}

/** Checks settings a caller gives. Throws `AppError('bad-input')`. */
export function parseSettingsChange(change: Partial<Settings>): Partial<Settings> {
  const result = v.safeParse(changeSchema, change);
  if (!result.success) {
    const name = v.getDotPath(result.issues[0]) ?? 'a setting';
    throw new AppError('bad-input', `This value cannot be used for ${name}. The settings stay as they were.`);
  }
  return withoutAbsent(result.output);
}

/** A change names only what it changes; a name without a value is none. */
function withoutAbsent({
  theme,
  textSize,
  measure,
  leading,
  font,
  keepComments,
  savesPaused,
  doorCode: code,
  watchedFolder,
}: v.InferOutput<typeof changeSchema>): Partial<Settings> {
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(textSize === undefined ? {} : { textSize }),
    ...(measure === undefined ? {} : { measure }),
    ...(leading === undefined ? {} : { leading }),
    ...(font === undefined ? {} : { font }),
    ...(keepComments === undefined ? {} : { keepComments }),
    ...(savesPaused === undefined ? {} : { savesPaused }),
    ...(code === undefined ? {} : { doorCode: code }),
    ...(watchedFolder === undefined ? {} : { watchedFolder }),
  };
}

/** The settings without what belongs to the file. */
export function toSettings(stored: StoredSettings): Settings {
  const { theme, textSize, measure, leading, font, keepComments, savesPaused, doorCode: code, watchedFolder } = stored;
  return { theme, textSize, measure, leading, font, keepComments, savesPaused, doorCode: code, watchedFolder };
}
