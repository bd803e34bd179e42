// HTML or XML as exports hold it comes in, however broken; its tags and texts go out, one after the other. The tokenizer of the HTML
// standard never fails and takes linear time, and the whole is never held as a tree. Refuses a tag or a text that consists of references.
import { Tokenizer, type Token } from 'parse5';
import { AppError } from '#contract/errors.ts';

/** A piece of markup. Names of elements and attributes are in lower case; entities are decoded. */
export type MarkupToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const CHUNK = 65_536;
// Each costs a hundred times what a letter does. A page of 50,000 elements has about as many where it is written as text.
const MOST_REFERENCES = 400_000;
const OPEN_DATA = '<![CDATA[';

/**
 * Reads it. A text may come in several pieces. In XML sections of CDATA are text, and an element may close itself. Throws
 * `AppError('too-large')` once a tag, or the text between two, has more than 400,000 character references; what came before is good.
 */
export function* markupTokens(text: string, syntax: 'html' | 'xml'): Generator<MarkupToken> {
  const found = new FoundTokens();
  const addText = ({ chars }: Token.CharacterToken): void => found.addText(chars);
  const nothing = (): void => {};
  const tokenizer = new CountingTokenizer(
    {},
    {
      onStartTag: ({ tagName, attrs, selfClosing }) => {
        const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
        found.addTag({ kind: 'open', name: tagName, attributes });
        if (selfClosing && syntax === 'xml') found.addTag({ kind: 'close', name: tagName });
      },
      onEndTag: ({ tagName }) => found.addTag({ kind: 'close', name: tagName }),
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  for (const { start, end, isData } of syntax === 'xml'
    ? piecesOf(text)
    : [{ start: 0, end: text.length, isData: false }]) {
    if (isData) {
      yield { kind: 'text', text: text.slice(start, end) };
      continue;
    }
    for (let at = start; at < end; at += CHUNK) {
      const next = Math.min(end, at + CHUNK);
      tokenizer.write(text.slice(at, next), next === text.length);
      if (next === end) tokenizer.flushCharacters();
      yield* found.taken();
    }
  }
}

/** Counts references of each tag with the text before it. */
class CountingTokenizer extends Tokenizer {
  private references = 0;

  protected override _startCharacterReference(): void {
    this.references += 1;
    if (this.references > MOST_REFERENCES)
      throw new AppError('too-large', 'One entry of this file has more character references than any program writes.');
    // The name is the tokenizer's.
    // oxlint-disable-next-line no-underscore-dangle
    super._startCharacterReference();
  }

  protected override emitCurrentTagToken(): void {
    this.references = 0;
    super.emitCurrentTagToken();
  }
}

/** The text in front of sections of CDATA, and what is in them, which no tokenizer need look at. */
function* piecesOf(
  text: string,
): Generator<{ readonly start: number; readonly end: number; readonly isData: boolean }> {
  let at = 0;
  for (;;) {
    const open = text.indexOf(OPEN_DATA, at);
    yield { start: at, end: open < 0 ? text.length : open, isData: false };
    if (open < 0) return;
    const close = text.indexOf(']]>', open);
    yield { start: open + OPEN_DATA.length, end: close < 0 ? text.length : close, isData: true };
    if (close < 0) return;
    at = close + 3;
  }
}

/** Tokens that wait to be taken. The tokenizer parts words and spaces; here they are one text again. */
class FoundTokens {
  private tokens: MarkupToken[] = [];
  private text = '';

  addText(text: string): void {
    this.text += text;
  }

  addTag(token: MarkupToken): void {
    this.endText();
    this.tokens.push(token);
  }

  taken(): readonly MarkupToken[] {
    this.endText();
    const { tokens } = this;
    this.tokens = [];
    return tokens;
  }

  private endText(): void {
    if (this.text !== '') this.tokens.push({ kind: 'text', text: this.text });
    this.text = '';
  }
}
