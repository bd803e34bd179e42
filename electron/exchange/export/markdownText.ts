// A tree of an article's text in; Markdown out that CommonMark 0.31 with GitHub's tables shows as the article was: what is markup there stands
// behind a backslash, and what Markdown has no sign for stays HTML. Pure.
import { textOf, writeXml, type XElement, type XNode } from './xhtml.ts';

const INLINE = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark math q ruby s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
);
const SIGNS: Readonly<Record<string, string>> = {
  em: '*',
  i: '*',
  cite: '*',
  dfn: '*',
  strong: '**',
  b: '**',
  s: '~~',
  del: '~~',
  mark: '==',
};
const AS_HTML = new Set(['sub', 'sup', 'kbd', 'u', 'ins', 'math', 'bdo']);

/** The text as paragraphs parted by empty lines, without a line break at the end. */
export function toMarkdown(nodes: readonly XNode[]): string {
  return blocks(nodes).join('\n\n');
}

/** A line of text that is nothing but text: sections 2.4 (backslash escapes) and 4 (what begins a block) of CommonMark. */
export function plainLine(text: string): string {
  return escapeStart(escapeSigns(text.replace(/\s+/g, ' ').trim()));
}

function escapeSigns(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|$]/g, String.raw`\$&`).replace(/==/g, String.raw`\=\=`);
}

function escapeStart(line: string): string {
  return line.replace(/^([#+\-=:])/, String.raw`\$1`).replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}

function blocks(nodes: readonly XNode[]): readonly string[] {
  const found: string[] = [];
  let line: XNode[] = [];
  const end = (): void => {
    const text = paragraph(line);
    if (text !== '') found.push(text);
    line = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || INLINE.has(node.name)) line.push(node);
    else {
      end();
      const block = blockOf(node);
      if (block !== '') found.push(block);
    }
  }
  end();
  return found;
}

function blockOf(node: XElement): string {
  const anchor = anchorOf(node);
  const { name, children } = node;
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return textOf(children).trim() === '' ? '' : `${'#'.repeat(Number(name[1]))} ${anchor}${oneLine(children)}`;
    case 'p':
      return anchor + paragraph(children);
    case 'pre':
      return fenced(textOf(children));
    case 'blockquote':
      return prefixed(blocks(children).join('\n\n'), '> ', '> ');
    case 'ul':
    case 'ol':
      return list(node);
    case 'table':
      return table(node);
    case 'hr':
      return '---';
    case 'dl':
      return definitions(children);
    case 'figcaption':
      return blocks(children).map(emphasised).join('\n\n');
    case 'summary':
      return `**${oneLine(children)}**`;
    default:
      return [...(anchor === '' ? [] : [anchor]), ...blocks(children)].join('\n\n');
  }
}

function anchorOf({ attributes }: XElement): string {
  const id = attributes.find(([key]) => key === 'id')?.[1];
  return id === undefined || /^h\d+$/.test(id) ? '' : `<a id="${id}"></a>`;
}

function emphasised(text: string): string {
  return text.includes('*') || text.includes('\n') || text.startsWith('!') ? text : `*${text}*`;
}

function paragraph(nodes: readonly XNode[]): string {
  return inline(nodes)
    .split('\n')
    .map((line) => escapeStart(line.replace(/[ \t]+/g, ' ').trim()))
    .join('\\\n')
    .replace(/^(?:\\\n)+|(?:\\\n)+$/g, '');
}

function oneLine(nodes: readonly XNode[]): string {
  return inline(nodes).replace(/\s+/g, ' ').trim();
}

/** Line breaks are new lines; all other white space is a space. */
function inline(nodes: readonly XNode[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? escapeSigns(node.replace(/\s+/g, ' ')) : inlineOf(node)))
    .join('');
}

function inlineOf(node: XElement): string {
  const { name, attributes, children } = node;
  const attribute = (key: string): string => attributes.find(([each]) => each === key)?.[1] ?? '';
  if (name === 'br') return '\n';
  if (name === 'wbr') return '';
  if (name === 'img') return `![${escapeSigns(attribute('alt').replace(/\s+/g, ' '))}](${target(attribute('src'))})`;
  if (AS_HTML.has(name)) return writeXml([withoutBookMarks(node)]).replace(/\s+/g, ' ');
  const anchor = anchorOf(node);
  if (name === 'code' || name === 'samp' || name === 'var') return anchor + codeSpan(textOf(children));
  if (name === 'rt') return `(${inline(children)})`;
  const text = inline(children);
  if (name === 'a') return `${anchor}[${text.replace(/\n/g, ' ')}](${target(attribute('href'))})`;
  if (name === 'q') return `${anchor}“${text}”`;
  return anchor + signed(text, SIGNS[name] ?? '');
}

/** Marks hold only where they touch the words; spaces go outside. */
function signed(text: string, sign: string): string {
  const [, before = '', inner = '', behind = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  return sign === '' || inner === '' || inner.includes('\n') ? text : `${before}${sign}${inner}${sign}${behind}`;
}

/** A tree without what only books know. */
function withoutBookMarks(node: XElement): XElement {
  return {
    ...node,
    attributes: node.attributes.filter(([key]) => !key.includes(':') && key !== 'xmlns'),
    children: node.children.map((child) => (typeof child === 'string' ? child : withoutBookMarks(child))),
  };
}

function target(address: string): string {
  return /[()<>\s]/.test(address) ? `<${address.replace(/[<>\n]/g, encodeURIComponent)}>` : address;
}

function codeSpan(text: string): string {
  const code = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(code) ? ' ' : '';
  return code.trim() === '' ? '' : `${fence}${space}${code}${space}${fence}`;
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : line === '' ? rest.trimEnd() : rest) + line).trimEnd())
    .join('\n');
}

function list({ name, attributes, children }: XElement): string {
  const start = Number(attributes.find(([key]) => key === 'start')?.[1] ?? '1');
  const items = children.flatMap((child) => (typeof child === 'string' ? [] : [child]));
  const parts = items.map((item, index) => {
    const sign = name === 'ol' ? `${Math.max(0, start + index)}. ` : '- ';
    const inner = blocks(item.children);
    const isTight = item.children.every((child) => typeof child === 'string' || child.name !== 'p');
    return prefixed(anchorOf(item) + inner.join(isTight ? '\n' : '\n\n'), sign, ' '.repeat(sign.length));
  });
  return parts.join('\n');
}

function definitions(children: readonly XNode[]): string {
  const parts = children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'dt') return [`${anchorOf(child)}**${oneLine(child.children)}**`];
    return [prefixed(anchorOf(child) + blocks(child.children).join('\n\n'), '- ', '  ')];
  });
  return parts.filter((part) => part !== '****').join('\n\n');
}

/** A grid of lines of text; whatever a table of Markdown cannot be stays HTML. */
function table(node: XElement): string {
  const rows = rowsOf(node);
  const [head, ...body] = rows;
  const isPlain = head !== undefined && rows.every((row) => row.length === head.length && row.every(isPlainCell));
  if (!isPlain) return writeXml([withoutBookMarks(node)]).replace(/\n+/g, ' ');
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const caption = node.children.find((child) => typeof child !== 'string' && child.name === 'caption');
  const said = caption === undefined || typeof caption === 'string' ? [] : [`*${oneLine(caption.children)}*`, ''];
  const grid = [head.map(cellText), head.map(() => '---'), ...body.map((row) => row.map(cellText))];
  return [...said, ...grid.map(line)].join('\n');
}

function cellText(cell: XElement): string {
  return oneLine(
    cell.children.flatMap((child) => (typeof child !== 'string' && child.name === 'p' ? child.children : [child])),
  );
}

function rowsOf(node: XElement): readonly (readonly XElement[])[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string' || child.name === 'caption') return [];
    if (child.name !== 'tr') return rowsOf(child);
    return [child.children.flatMap((cell) => (typeof cell === 'string' ? [] : [cell]))];
  });
}

function isPlainCell({ attributes, children }: XElement): boolean {
  if (attributes.some(([name]) => name === 'colspan' || name === 'rowspan')) return false;
  const paragraphs = children.filter((child) => typeof child !== 'string' && !INLINE.has(child.name));
  return (
    paragraphs.length === 0 ||
    (paragraphs.length === 1 && paragraphs.every((each) => typeof each !== 'string' && each.name === 'p'))
  );
}
