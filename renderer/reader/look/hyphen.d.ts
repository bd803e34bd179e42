// What the package `hyphen` gives, which has no types of its own: patterns of languages, and what parts words by them.

declare module 'hyphen/hyphen.js' {
  /** Makes what puts soft hyphens into a text. */
  export default function createHyphenator(
    patterns: import('hyphen/patterns/*').Patterns,
    options: { readonly html: boolean; readonly minWordLength: number },
  ): (text: string) => string;
}

declare module 'hyphen/patterns/*' {
  /** Levels, the tree of patterns, and words that are parted otherwise. */
  export type Patterns = readonly [levels: unknown, tree: unknown, exceptions?: unknown];
  const patterns: Patterns;
  export default patterns;
}
