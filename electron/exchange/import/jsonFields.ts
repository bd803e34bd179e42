// A value of an export's JSON comes in, of whatever kind; what is asked of it goes out in the kind that is wanted, or nothing.
import type { HighlightDraft, RawDate } from './finding.ts';

/** An object of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; `null` when it is none. */
export function fieldsOf(value: unknown): Fields | null {
  return isFields(value) ? value : null;
}

/** The first of the fields that holds a text or a number, as a text that is not blank. */
export function textIn(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = own(fields, name);
    const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
    if (text.trim() !== '') return text;
  }
  return null;
}

/** The first of the fields that may be a date. */
export function dateIn(fields: Fields, ...names: readonly string[]): RawDate {
  for (const name of names) {
    const value = own(fields, name);
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return value;
  }
  return null;
}

/** Whether one of the fields says yes, in any of the ways that programs say it. */
export function flagIn(fields: Fields, ...names: readonly string[]): boolean {
  return names.some((name) => isYes(own(fields, name)));
}

/** Whether a value says yes. */
export function isYes(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(?:1|true|yes|y|x)$/i.test(value.trim()));
}

/** A field that is a list; empty when it is none. */
export function listIn(fields: Fields, name: string): readonly unknown[] {
  const value = own(fields, name);
  return Array.isArray(value) ? value : [];
}

/** The names in a field: a list of texts or of objects with a name, or one text with commas. */
export function namesIn(fields: Fields, ...names: readonly string[]): readonly string[] {
  for (const name of names) {
    const value = own(fields, name);
    if (typeof value === 'string') return value.slice(0, 100_000).split(',');
    if (Array.isArray(value)) return value.slice(0, 1000).flatMap(nameOf);
  }
  return [];
}

/** The highlights in a list, under the names that programs give to what they are made of. */
export function highlightsIn(fields: Fields, ...names: readonly string[]): readonly HighlightDraft[] {
  return names
    .flatMap((name) => listIn(fields, name))
    .flatMap((each) => {
      const highlight = fieldsOf(each);
      if (highlight === null) return [];
      return [
        {
          quote: textIn(highlight, 'quote', 'content', 'text', 'highlight'),
          note: 'quote' in highlight ? textIn(highlight, 'text', 'note') : textIn(highlight, 'note', 'comment'),
          tags: namesIn(highlight, 'tags', 'labels'),
          color: textIn(highlight, 'color'),
          created: dateIn(highlight, 'created_at', 'createdAt', 'created', 'time'),
        },
      ];
    });
}

function nameOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  const fields = fieldsOf(value);
  const name = fields === null ? null : textIn(fields, 'name', 'label', 'title');
  return name === null ? [] : [name];
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
