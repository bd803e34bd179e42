// A style sheet's text in; its rules, and colours as numbers, out. Reads what our own sheets are written in, and no more of CSS than that.

/** A rule: its selectors and its declarations. */
export interface Rule {
  readonly selectors: readonly string[];
  readonly declarations: ReadonlyMap<string, string>;
}

/** The rules of a sheet that hold declarations and no other rules. */
export function readRules(sheet: string): readonly Rule[] {
  const bare = sheet.replaceAll(/\/\*[^]*?\*\//g, '');
  return [...bare.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, head = '', body = '']) => ({
    selectors: head.split(/,(?![^(]*\))/).map((selector) => selector.trim()),
    declarations: new Map(
      body.split(';').flatMap((line) => {
        const at = line.indexOf(':');
        return at === -1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
      }),
    ),
  }));
}

/** The tokens of a theme by name, without their dashes; one that stands for another has its value. */
export function tokensOf(rules: readonly Rule[], theme: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const { selectors, declarations } of rules) {
    if (!selectors.includes(`[data-theme='${theme}']`)) continue;
    for (const [name, value] of declarations) if (name.startsWith('--')) tokens.set(name.slice(2), value);
  }
  const valueOf = (value: string): string => {
    const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    return other === undefined ? value : valueOf(tokens.get(other) ?? '');
  };
  return new Map([...tokens].map(([name, value]) => [name, valueOf(value)]));
}

/** Contrast of two colours written as `#rgb` or `#rrggbb`: 1 to 21 (WCAG 2.2, relative luminance). Throws for any other colour. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex === undefined) throw new Error(`not a plain colour: ${colour}`);
  const digits = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
