// A parsed page walked once; its elements, links and lines in document order come out, as ranges that need no second walk.
import { isTag, isText, type Element } from 'domhandler';
import type { Page } from '../page.ts';

/** An element with what it spans: `[line, lineEnd)` of the lines and `[link, linkEnd)` of the links. */
export interface Box {
  readonly element: Element;
  /** Index among the boxes; -1 for the page's root. */
  readonly parent: number;
  readonly depth: number;
  readonly line: number;
  lineEnd: number;
  readonly link: number;
  linkEnd: number;
  /** Index after its last descendant. */
  end: number;
}

/** A link to another document; addresses are as the page wrote them, trimmed, without their fragment. */
export interface Link {
  readonly element: Element;
  readonly box: number;
  readonly href: string;
  /** First line it stands in. */
  readonly line: number;
  /** Folded text; empty for a bare picture. */
  text: string;
  image: Element | null;
  /** Its text is, or is inside, a heading. */
  isHeading: boolean;
}

/** What stands between two line breaks: the text of one block, or of a part of it. */
export interface Line {
  text: string;
  /** Characters of its text that are linked. */
  linked: number;
  /** Characters before its first link. */
  before: number;
  /** The block it stands in. */
  readonly box: number;
  readonly link: number;
  linkEnd: number;
  /** 1 to 6 inside `h1` to `h6`, else 0. */
  readonly heading: number;
}

/** A page in outline; all indexes are in document order. */
export interface PageOutline {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  readonly lines: readonly Line[];
}

const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed head select option textarea canvas video audio dialog'.split(
    ' ',
  ),
);
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q s samp small source ' +
    'span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Walks the page's body once, without recursion; scripts, hidden templates and media are passed over. */
export function outlinePage(page: Page): PageOutline {
  const walk = new OutlineWalk();
  const html = page.$.root()[0]?.children.find((node) => isTag(node) && node.name === 'html');
  const body =
    html !== undefined && isTag(html) ? html.children.find((node) => isTag(node) && node.name === 'body') : undefined;
  if (body !== undefined && isTag(body)) walk.run(body);
  return walk;
}

class OutlineWalk implements PageOutline {
  readonly boxes: Box[] = [];
  readonly links: Link[] = [];
  readonly lines: Line[] = [];
  private parts = '';
  private linked = 0;
  private before = 0;
  private lineLink = 0;
  private openLink: Link | null = null;
  private linkParts = '';
  private heading = 0;
  /** Box of the innermost open block. */
  private block = -1;

  run(body: Element): void {
    const open: { box: number; next: number; block: number; heading: number; isLink: boolean; isBlock: boolean }[] = [];
    const enter = (element: Element): void => {
      const isBlock = !INLINE.has(element.name);
      if (isBlock || element.name === 'br') this.endLine();
      const box = this.boxes.length;
      const parent = open.at(-1)?.box ?? -1;
      this.boxes.push({
        element,
        parent,
        depth: open.length,
        line: this.lines.length,
        lineEnd: 0,
        link: this.links.length,
        linkEnd: 0,
        end: 0,
      });
      open.push({
        box,
        next: 0,
        block: this.block,
        heading: this.heading,
        isLink: this.enterLink(element, box),
        isBlock,
      });
      if (isBlock) this.block = box;
      const level = /^h([1-6])$/.exec(element.name)?.[1] ?? (element.attribs['role'] === 'heading' ? '3' : undefined);
      if (level !== undefined) this.heading = Number(level);
      if (element.name === 'img' && this.openLink !== null) this.openLink.image ??= element;
      if (this.heading > 0 && this.openLink !== null) this.openLink.isHeading = true;
    };
    enter(body);
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
      const box = this.boxes[frame.box];
      const child = box?.element.children[frame.next++];
      if (child === undefined) {
        if (frame.isBlock) this.endLine();
        if (frame.isLink) this.leaveLink();
        if (box !== undefined)
          [box.lineEnd, box.linkEnd, box.end] = [this.lines.length, this.links.length, this.boxes.length];
        [this.block, this.heading] = [frame.block, frame.heading];
        open.pop();
        // An inline element's own line is not ended yet; it belongs to its block.
      } else if (isText(child)) this.addText(child.data);
      else if (isTag(child) && !SKIPPED.has(child.name)) enter(child);
    }
  }

  private enterLink(element: Element, box: number): boolean {
    if (element.name !== 'a' || this.openLink !== null) return false;
    const href = addressOf(element.attribs['href']);
    if (href === null) return false;
    if (this.parts === '') this.lineLink = this.links.length;
    this.openLink = { element, box, href, line: this.lines.length, text: '', image: null, isHeading: this.heading > 0 };
    this.linkParts = '';
    this.links.push(this.openLink);
    return true;
  }

  private leaveLink(): void {
    if (this.openLink !== null) this.openLink.text = fold(this.linkParts);
    this.openLink = null;
  }

  private addText(data: string): void {
    if (this.parts === '' && data.trim() === '') return;
    if (this.parts === '' && this.openLink === null) this.lineLink = this.links.length;
    this.parts += data;
    if (this.openLink !== null) {
      this.linked += data.trim().length;
      this.linkParts += data;
    } else if (this.linked === 0) this.before += data.trim().length;
  }

  private endLine(): void {
    const text = fold(this.parts);
    if (text !== '') {
      this.lines.push({
        text,
        linked: this.linked,
        before: this.before,
        box: this.block,
        link:
          this.openLink !== null && this.linked > 0 ? Math.min(this.lineLink, this.links.length - 1) : this.lineLink,
        linkEnd: this.links.length,
        heading: this.heading,
      });
      // Blocks inside a link part its words.
      if (this.openLink !== null) this.linkParts += ' ';
    }
    [this.parts, this.linked, this.before, this.lineLink] = [
      '',
      0,
      0,
      this.links.length - (this.openLink === null ? 0 : 1),
    ];
  }
}

/** Fragments, scripts and mail lead to no other document, and a comment is no post. */
function addressOf(href: string | undefined): string | null {
  const [address = '', fragment = ''] = href?.trim().split('#', 2) ?? [];
  const bare = /^(?:comment|respond|disqus|kommentar|reply)/i.test(fragment) ? '' : address;
  return bare === '' || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(bare) ? null : bare;
}

/** White space folded to single spaces, none at the ends. */
export function fold(text: string): string {
  if (!/^\s|\s$|\s\s|[^\S ]/.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}
