// Text as it is compared when a timeline is narrowed: case, accents and compatibility forms do not count. Pure.

/** The folded text. */
export function foldText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
