// The shape of how a text is set, in `settings.json` for all articles and in `article.json` for one. Refuses what is out of range.
import * as v from 'valibot';
import { THEMES, type ArticleLook, type TextLook } from '#contract/settings.ts';

/** What is set, with the range of each. */
export const LOOK = {
  theme: v.picklist(THEMES),
  textSize: v.pipe(v.number(), v.minValue(14), v.maxValue(32)),
  measure: v.pipe(v.number(), v.minValue(45), v.maxValue(90)),
  leading: v.pipe(v.number(), v.minValue(1.2), v.maxValue(2)),
  font: v.picklist(['serif', 'sans', 'legible', 'dyslexic', 'mono']),
  paragraphs: v.picklist(['spaced', 'indented']),
  justified: v.boolean(),
  hyphenated: v.boolean(),
} as const satisfies { readonly [Name in keyof TextLook]: v.GenericSchema<TextLook[Name]> };

const LOOK_OF_ONE = {
  theme: v.exactOptional(LOOK.theme),
  textSize: v.exactOptional(LOOK.textSize),
  measure: v.exactOptional(LOOK.measure),
  leading: v.exactOptional(LOOK.leading),
  font: v.exactOptional(LOOK.font),
  paragraphs: v.exactOptional(LOOK.paragraphs),
  justified: v.exactOptional(LOOK.justified),
  hyphenated: v.exactOptional(LOOK.hyphenated),
  vertical: v.exactOptional(v.boolean()),
} as const satisfies { readonly [Name in keyof ArticleLook]: v.GenericSchema<ArticleLook[Name]> };

/** What is otherwise in one article; as asked for by the window. */
export const askedLook = v.strictObject(LOOK_OF_ONE);

/** The same in a file, where what a newer version added is kept. */
export const storedLook = v.looseObject(LOOK_OF_ONE);
