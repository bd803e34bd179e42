// A catalogue of messages in the syntax of ICU MessageFormat in; words out: plain texts, and functions of the values that a message names.
// A message without its values, or with the wrong ones, does not compile.
import { IntlMessageFormat } from 'intl-messageformat';
import { once } from '../ui/once.ts';

/** Messages by name, in groups. */
export interface Messages {
  readonly [name: string]: string | Messages;
}

/** The same names in another language; one that is missing does not compile. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };

// What stands after an opening brace, up to the closing one. A branch of a plural begins there too; it is told from a name by its space
// or its `#`, so a branch of one bare word must not be written.
type Head<Rest> = Rest extends `${infer Before}}${string}` ? Before : never;
type Placed<S> = S extends `${string}{${infer Rest}` ? Head<Rest> | Placed<Rest> : never;
type NameOf<H> = H extends `${infer Name},${string}` ? Name : H;
type IsName<N> = N extends '' | `${string}${' ' | '#' | '{' | '.'}${string}` ? never : N;
type Numeric<H> = H extends `${infer Name}, ${'plural' | 'number' | 'selectordinal'}${string}` ? IsName<Name> : never;

/** The values that a message names: numbers where it counts, texts elsewhere. */
type Values<S> = {
  readonly [Name in Extract<IsName<NameOf<Placed<S>>>, string>]: Name extends Numeric<Placed<S>> ? number : string;
};

/** A catalogue as it is used: a message that names values is a function of them. */
export type Spoken<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? keyof Values<T[K]> extends never
      ? string
      : (values: Values<T[K]>) => string
    : Spoken<T[K]>;
};

type Speaker = (values: Readonly<Record<string, string | number>>) => string;

/**
 * Makes words of a translation for a locale (BCP 47), which decides plural forms and how numbers are written; `like` is the catalogue it
 * translates. From right to left, texts that are put in are isolated (Unicode's FSI and PDI). A message is parsed when it is used first, and throws `SyntaxError` then when it is not well-formed; a test reads them all.
 */
export function speak<T extends Messages>(
  like: T,
  messages: Messages,
  locale: string,
  direction: 'ltr' | 'rtl' = 'ltr',
): Spoken<T> {
  const spoken = speakAll(messages, (message) => wordOf(message, locale, direction));
  assertSpoken(spoken, messages, like);
  return spoken;
}

/** A group is spoken when it is read first: a start needs few of them. */
function speakAll(messages: Messages, speakOne: (message: string) => unknown): Readonly<Record<string, unknown>> {
  const spoken: Record<string, unknown> = {};
  for (const [name, message] of Object.entries(messages)) {
    if (typeof message === 'string') spoken[name] = speakOne(message);
    else Object.defineProperty(spoken, name, { enumerable: true, get: once(() => speakAll(message, speakOne)) });
  }
  return spoken;
}

function wordOf(message: string, locale: string, direction: 'ltr' | 'rtl'): string | Speaker {
  if (!message.includes('{')) return message;
  let format: IntlMessageFormat | undefined;
  return (values) => {
    format ??= new IntlMessageFormat(message, locale);
    return String(format.format(direction === 'rtl' ? isolated(values) : values));
  };
}

/** Titles and names run their own way; isolated, they leave the punctuation around them where the sentence has it. */
function isolated(values: Readonly<Record<string, string | number>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u{2068}${value}\u{2069}` : value,
    ]),
  );
}

/** Sees that every name of a catalogue is among the messages that are spoken, and is a text, a text with values or a group as in the catalogue. */
function assertSpoken<T extends Messages>(
  _spoken: unknown,
  messages: Messages | string | undefined,
  like: T,
): asserts _spoken is Spoken<T> {
  if (messages === like) return;
  for (const [name, message] of Object.entries(like)) {
    const said = typeof messages === 'object' ? messages[name] : undefined;
    if (typeof message !== 'string') assertSpoken(undefined, said, message);
    else if (typeof said !== 'string' || said.includes('{') !== message.includes('{'))
      throw new Error(`no words for ${name}`);
  }
}
