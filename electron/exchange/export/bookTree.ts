// Stored content in; a tree that the schema of EPUB 3 takes out: each element where it may stand, with attributes it may have, ids that are names
// of XML and there once, links that lead into the book, to the web, or nowhere. Pure. What does not fit goes, its text stays.
import type { AnyNode, Element } from 'domhandler';
import { parseFragment } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { bookAddress } from './bookAddress.ts';
import { bookMath } from './bookMath.ts';
import { tidyParts } from './bookParts.ts';
import { pictureOf } from './exportArticle.ts';
import { element, languageTag, textOf, type XElement, type XNode } from './xhtml.ts';

/** A heading of the second rank or, where there is none, of a lower one, for the table of contents. */
export interface BookHeading {
  readonly id: string;
  readonly text: string;
}

/** An article's text as a book has it. */
export interface BookText {
  readonly nodes: readonly XNode[];
  readonly headings: readonly BookHeading[];
  readonly hasMath: boolean;
  /** Names below `assets/` of its pictures, each once. */
  readonly pictures: readonly string[];
}

/** Where things are in the book. */
export interface BookPlaces {
  /** Where in the book an address leads to; `undefined` when it leads to the web. */
  readonly linkTo: (address: string) => string | undefined;
  /** The path of a picture from the text; `undefined` when the book does not have it. */
  readonly pictureAt: (file: string) => string | undefined;
}

const BLOCKS = new Set('blockquote dl figure h1 h2 h3 h4 h5 h6 ol p pre section table ul details hr math'.split(' '));
const KEPT = new Set([
  ...BLOCKS,
  ...'abbr b bdi bdo br caption cite code dd del dfn dt em figcaption i ins kbd li mark q rp rt ruby s samp small span strong sub summary sup tbody td tfoot th thead tr u var wbr'.split(
    ' ',
  ),
]);
/** Never in one of its own kind. */
const NOT_IN_ITSELF = new Set(['a', 'dfn', 'ruby', 'details']);
const ROLES: Readonly<Record<string, readonly [role: string, type: string]>> = {
  'doc-noteref': ['doc-noteref', 'noteref'],
  'doc-backlink': ['doc-backlink', 'backlink'],
  'doc-endnotes': ['doc-endnotes', 'endnotes'],
};
const NUMBER = /^-?\d{1,5}$/;
const COUNT = /^[1-9]\d{0,2}$/;

/** Makes the tree. */
export function toBookTree(content: string, { linkTo, pictureAt }: BookPlaces): BookText {
  const fragment = parseFragment(content, { treeAdapter: adapter });
  const ids = namesOf(fragment.children);
  const given = new Set<string>();
  const headings: BookHeading[] = [];
  const pictures = new Set<string>();
  let hasMath = false;
  let headingCount = 0;

  function all(nodes: readonly AnyNode[], around: readonly string[]): readonly XNode[] {
    return nodes.flatMap((node) => {
      if (node.type === 'text') return node.data === '' ? [] : [node.data];
      return 'attribs' in node ? one(node, around) : [];
    });
  }

  function one(node: Element, around: readonly string[]): readonly XNode[] {
    const { name } = node;
    if (name === 'math') {
      hasMath = true;
      return [bookMath(node)];
    }
    if (name === 'img') return picture(node);
    const children = tidyParts(name, all(node.children, [...around, name]));
    if (name === 'a') return link(node, children, around);
    if (name === 'time') return children.length === 0 ? [] : [element('span', common(node), children)];
    if (!KEPT.has(name) || (NOT_IN_ITSELF.has(name) && around.includes(name))) return children;
    if (name === 'bdo' && !/^(?:ltr|rtl)$/.test(node.attribs['dir'] ?? '')) return children;
    if (name === 'ruby' && !children.some((child) => typeof child !== 'string' && child.name === 'rt')) return children;
    if ((name === 'rt' || name === 'rp') && around.at(-1) !== 'ruby') return children;
    const made = element(name, { ...common(node), ...ownAttributes(node, around) }, children);
    return [name === 'h1' || name === 'h2' ? heading(made) : made];
  }

  function heading(made: XElement): XElement {
    const text = textOf(made.children).replace(/\s+/g, ' ').trim();
    if (text === '') return made;
    headingCount += 1;
    const own = made.attributes.find(([name]) => name === 'id')?.[1];
    const id = own ?? `h${headingCount}`;
    headings.push({ id, text });
    return own === undefined ? { ...made, attributes: [['id', id], ...made.attributes] } : made;
  }

  function picture(node: Element): XNode[] {
    const file = pictureOf(node.attribs['src']);
    const alt = node.attribs['alt'] ?? '';
    const path = file === undefined ? undefined : pictureAt(file);
    if (file === undefined || path === undefined)
      return alt === '' ? [] : [element('span', { class: 'missing' }, [alt])];
    pictures.add(file);
    const { width, height } = node.attribs;
    const isSized = COUNTS.test(width ?? '') && COUNTS.test(height ?? '');
    const size = isSized ? { width, height } : {};
    return [element('img', { ...common(node), src: path, alt, ...size })];
  }

  function link(node: Element, children: readonly XNode[], around: readonly string[]): readonly XNode[] {
    const href = hrefOf(node.attribs['href']);
    if (around.includes('a')) return children;
    const own = common(node);
    if (href === undefined) return own['id'] === undefined ? children : [element('span', own, children)];
    const [role, type] = ROLES[node.attribs['role'] ?? ''] ?? [];
    return [element('a', { ...own, href, role, 'epub:type': type }, children)];
  }

  function hrefOf(href: string | undefined): string | undefined {
    if (href === undefined) return undefined;
    if (!href.startsWith('#')) return linkTo(href) ?? bookAddress(href);
    const target = ids.get(href.slice(1));
    return target === undefined ? undefined : `#${target}`;
  }

  function common(node: Element): Record<string, string | undefined> {
    const id = ids.get(node.attribs['id'] ?? '');
    const isFirst = id !== undefined && !given.has(id);
    if (isFirst) given.add(id);
    const lang = languageTag(node.attribs['lang']);
    const { dir } = node.attribs;
    return {
      id: isFirst ? id : undefined,
      lang,
      'xml:lang': lang,
      dir: dir === 'ltr' || dir === 'rtl' || (dir === 'auto' && node.name !== 'bdo') ? dir : undefined,
    };
  }

  const nodes = inBlocks(all(fragment.children, []));
  return { nodes, headings, hasMath, pictures: [...pictures] };
}

const COUNTS = /^\d{1,5}$/;

function ownAttributes(node: Element, around: readonly string[]): Record<string, string | undefined> {
  const { attribs } = node;
  const fitting = (name: string, pattern: RegExp): string | undefined => {
    const value = attribs[name];
    return value !== undefined && pattern.test(value) ? value : undefined;
  };
  switch (node.name) {
    case 'ol':
      return {
        start: fitting('start', NUMBER),
        type: fitting('type', /^[1aAiI]$/),
        reversed: attribs['reversed'] === undefined ? undefined : 'reversed',
      };
    case 'li':
      return around.at(-1) === 'ol' ? { value: fitting('value', NUMBER) } : {};
    case 'td':
      return { colspan: fitting('colspan', COUNT), rowspan: fitting('rowspan', COUNT) };
    case 'th':
      return {
        colspan: fitting('colspan', COUNT),
        rowspan: fitting('rowspan', COUNT),
        scope: fitting('scope', /^(?:row|col|rowgroup|colgroup)$/),
      };
    case 'abbr':
      return { title: attribs['title'] };
    case 'p':
      return { class: fitting('class', /^embed$/) };
    case 'span':
      return attribs['class'] === 'missing-image' ? { class: 'missing', title: attribs['title'] } : {};
    case 'section': {
      const [role, type] = ROLES[attribs['role'] ?? ''] ?? [];
      return { role, 'epub:type': type };
    }
    default:
      return {};
  }
}

/** For each id of the content, the name it has in the book: plain, since ids of the web need not be names of XML. */
function namesOf(roots: readonly AnyNode[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const visit = (node: AnyNode): void => {
    if (!('children' in node)) return;
    // A formula's parts have none.
    const id = 'attribs' in node && node.name !== 'math' ? node.attribs['id'] : undefined;
    if (id !== undefined && id !== '' && !names.has(id)) names.set(id, `n${names.size + 1}`);
    node.children.forEach(visit);
  };
  roots.forEach(visit);
  return names;
}

/** Text and inline elements that stand between blocks are paragraphs. */
function inBlocks(nodes: readonly XNode[]): readonly XNode[] {
  const blocks: XNode[] = [];
  let line: XNode[] = [];
  const end = (): void => {
    if (line.some((node) => typeof node !== 'string' || node.trim() !== '')) blocks.push(element('p', {}, line));
    line = [];
  };
  for (const node of nodes) {
    if (typeof node !== 'string' && BLOCKS.has(node.name) && node.name !== 'math') {
      end();
      blocks.push(node);
    } else line.push(node);
  }
  end();
  return blocks;
}
