// XML of a saved file comes in; a tree of its elements goes out, names without prefix. Refuses what is not well formed, too deep, or
// declares entities of its own: no format read here needs any.
import { SaxesParser } from 'saxes';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';

/** An element. `text` is all text directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Draft {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Draft[];
  text: string;
}

const MAX_DEPTH = 200;

/** Parses a document. Throws `unreadable`, with `what` for the name of the thing that cannot be read. */
export function parseXml(text: string, what: string): XmlElement {
  const parser = new SaxesParser();
  const open: Draft[] = [];
  let root: Draft | undefined;
  const refuse = (cause?: unknown): never => {
    throw new AppError(
      'unreadable',
      `${what} cannot be read. Nothing was stored; the file is unchanged. Get the file once more and add it again.`,
      { cause, detail: detail('brokenFile') },
    );
  };
  parser.on('error', refuse);
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) refuse();
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Draft = {
      name: bareName(name),
      attributes: new Map(Object.entries(attributes).map(([key, value]) => [bareName(key), value])),
      children: [],
      text: '',
    };
    if (open.length >= MAX_DEPTH) refuse();
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (data: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += data;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return root ?? refuse();
}

/** All elements of a name below an element, in document order. */
export function findAll(root: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === name) found.push(element);
    element.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** The text in an element and everything in it, white space folded. */
export function wholeText(element: XmlElement): string {
  const pieces: string[] = [];
  const visit = ({ text, children }: XmlElement): void => {
    pieces.push(text);
    children.forEach(visit);
  };
  visit(element);
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}

function bareName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
