// The shapes that calls take in; made-up inputs out, by chance from a seed: fitting ones, fitting ones with something wrong, and anything at all.
import * as fc from 'fast-check';
import type { GenericSchema } from 'valibot';

/** Any value that the bridge can carry. */
const ANYTHING = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  maxDepth: 3,
});
const WORDS = fc.oneof(
  fc.constantFrom(
    'address',
    'file',
    'paste',
    'library',
    'https://notes.invalid/a',
    'title:x "y',
    '2026-03-01T10:00:00.000Z',
    '2026-03',
    'aaaaaaaaaaaaaaaa',
    'aaaaaaaaaaaa',
    '0123456789abcdef',
    '0123456789abcdef0123',
    '__proto__',
    '../x',
    '',
    'en',
    '\ud800',
    '\0',
  ),
  fc.string({ maxLength: 60 }),
);
const NUMBERS = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, Number.MAX_VALUE, -0),
);

/** Inputs for a shape; about as many that fit as that do not. */
export function inputsFor(schema: GenericSchema): fc.Arbitrary<unknown> {
  const fitting = valueOf(schema, 4);
  const spoilt = fc
    .tuple(fitting, WORDS, ANYTHING)
    .map(([value, name, wrong]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...value, [pick(value, name)]: wrong }
        : wrong,
    );
  return fc.oneof(
    { weight: 5, arbitrary: fitting },
    { weight: 3, arbitrary: spoilt },
    { weight: 2, arbitrary: ANYTHING },
  );
}

function pick(value: object, name: string): string {
  const names = Object.keys(value);
  return names[name.length % Math.max(1, names.length * 2)] ?? name;
}

/** Reads the parts of a schema of valibot; what it does not know becomes anything. */
function valueOf(schema: unknown, depth: number): fc.Arbitrary<unknown> {
  const read = (name: string): unknown => Reflect.get(Object(schema), name);
  const list = (name: string): readonly unknown[] => {
    const found = read(name);
    return Array.isArray(found) ? found : [];
  };
  if (depth === 0) return ANYTHING;
  switch (read('type')) {
    case 'void':
    case 'undefined':
      return fc.constant(undefined);
    case 'string':
      return WORDS;
    case 'number':
      return NUMBERS;
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constant(read('literal'));
    case 'picklist':
      return fc.constantFrom(...list('options'));
    case 'nullable':
    case 'nullish':
      return fc.oneof(fc.constant(null), valueOf(read('wrapped'), depth));
    case 'optional':
    case 'exact_optional':
      return valueOf(read('wrapped'), depth);
    case 'array':
      return fc.array(valueOf(read('item'), depth - 1), { maxLength: 4 });
    case 'union':
    case 'variant':
      return fc.oneof(...list('options').map((option) => valueOf(option, depth)));
    case 'instance':
      return fc.uint8Array({ maxLength: 40 });
    case 'strict_object':
    case 'loose_object':
    case 'object': {
      const entries = Object.entries(Object(read('entries')));
      const optional = entries
        .filter(([, each]) => /optional/.test(String(Reflect.get(Object(each), 'type'))))
        .map(([name]) => name);
      const required = entries.map(([name]) => name).filter((name) => !optional.includes(name));
      const made = Object.fromEntries(entries.map(([name, each]) => [name, valueOf(each, depth - 1)]));
      return fc.record(made, { requiredKeys: required, noNullPrototype: true });
    }
    case 'custom':
      return fc.oneof(fc.constantFrom('aaaaaaaaaaaaaaaa', { theme: 'night' }, {}, { textSize: 20 }), ANYTHING);
    default:
      return ANYTHING;
  }
}
