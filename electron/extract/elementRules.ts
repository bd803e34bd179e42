// What single elements mean beyond their names: languages of code, notes, formulas drawn twice. Reads the tree, changes nothing.
import type { AnyNode, Element } from 'domhandler';
import { plainAttributes } from './allowList.ts';
import type { Attribute } from './contentTree.ts';

/** The attributes an element keeps when it is written as `name`, without addresses and ids. */
export function attributesOf(element: Element, name: string): Attribute[] {
  const attributes = plainAttributes(name, element.attribs);
  if (name === 'section' && attributes.every(([attribute]) => attribute !== 'role')) {
    attributes.push(['role', 'doc-endnotes']);
  }
  if (name === 'pre' || name === 'code') {
    const language = languageOf(element);
    if (language !== undefined) attributes.push(['class', `language-${language}`]);
  }
  return attributes;
}

const LANGUAGE_CLASS = /(?:^|\s)(?:language|lang|highlight-source|brush:?)[-\s]\s*([a-z][\w+#-]{0,30})(?:;|\s|$)/i;

/** The language a code block says it is in, by the class names that highlighters agree on. */
function languageOf(element: Element): string | undefined {
  const { attribs, parent } = element;
  const own = LANGUAGE_CLASS.exec(attribs['class'] ?? '')?.[1] ?? attribs['data-lang'] ?? attribs['data-language'];
  const around =
    element.name === 'pre' && parent !== null && 'attribs' in parent
      ? LANGUAGE_CLASS.exec(parent.attribs['class'] ?? '')?.[1]
      : undefined;
  const language = (own ?? around)?.toLowerCase();
  return language !== undefined && /^[a-z][\w+#-]{0,30}$/.test(language) ? language : undefined;
}

/** Tells whether an element holds the notes of a text. */
export function isFootnotes(element: Element): boolean {
  const { role, class: classes } = element.attribs;
  if (role === 'doc-endnotes' || role === 'doc-footnotes') return element.name !== 'li';
  return (element.name === 'div' || element.name === 'section') && /(?:^|\s)footnotes(?:\s|$)/.test(classes ?? '');
}

/** The part a link plays in a note, by the marks that Markdown renderers leave; `undefined` for any other link. */
export function footnoteRole(element: Element): string | undefined {
  const classes = element.attribs['class'] ?? '';
  if (element.attribs['data-footnote-ref'] !== undefined || /(?:^|\s)footnote-?ref(?:\s|$)/.test(classes))
    return 'doc-noteref';
  return element.attribs['data-footnote-backref'] !== undefined || /(?:^|\s)footnote-?backref(?:\s|$)/.test(classes)
    ? 'doc-backlink'
    : undefined;
}

/** Tells whether an element only draws the formula before it: renderers put such glyphs beside it, hidden from those who listen. */
export function repeatsFormula(element: Element): boolean {
  if (element.attribs['aria-hidden'] !== 'true') return false;
  let before: AnyNode | null | undefined = elementBefore(element);
  for (let level = 0; level < 4 && before !== undefined && before !== null; level++) {
    if (!('attribs' in before)) return false;
    if (before.name === 'math') return true;
    before = before.children.find((child) => 'attribs' in child);
  }
  return false;
}

/** The element right before another, white space and comments aside. */
export function elementBefore(element: Element): Element | undefined {
  let before = element.prev;
  for (let step = 0; step < 5 && before !== null; step++) {
    if ('attribs' in before) return before;
    before = before.prev;
  }
  return undefined;
}
