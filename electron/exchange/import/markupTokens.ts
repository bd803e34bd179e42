// HTML or XML as exports hold it comes in, however broken; its tags and texts go out, one after the other. The tokenizer of the HTML
// standard never fails and takes linear time, and the whole is never held as a tree.
import { Tokenizer, type Token } from 'parse5';

/** A piece of markup. Names of elements and attributes are in lower case; entities are decoded. */
export type MarkupToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const CHUNK = 65_536;

/** Reads it. In XML sections of CDATA are text, and an element may close itself. */
export function* markupTokens(text: string, syntax: 'html' | 'xml'): Generator<MarkupToken> {
  let found: MarkupToken[] = [];
  const addText = ({ chars }: Token.CharacterToken): void => void found.push({ kind: 'text', text: chars });
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ tagName, attrs, selfClosing }) => {
        found.push({
          kind: 'open',
          name: tagName,
          attributes: new Map(attrs.map(({ name, value }) => [name, value])),
        });
        if (selfClosing && syntax === 'xml') found.push({ kind: 'close', name: tagName });
      },
      onEndTag: ({ tagName }) => void found.push({ kind: 'close', name: tagName }),
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.inForeignNode = syntax === 'xml';
  for (let at = 0; at < text.length; at += CHUNK) {
    tokenizer.write(text.slice(at, at + CHUNK), at + CHUNK >= text.length);
    yield* found;
    found = [];
  }
}
