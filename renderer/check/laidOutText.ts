// Content of an article in; the text of it that has a place in the layout out, read from the boxes of its text nodes.

/** Readings of ruby, which the plain text of an article leaves out too. */
const READINGS = 'RT, RP';

/** Blocks are parted by a line end; text without a box, or hidden, is left out. Time is linear in the content. */
export function laidOutText(content: Element): string {
  const view = content.ownerDocument.defaultView;
  if (view === null) return '';
  const range = content.ownerDocument.createRange();
  const parts: string[] = [];
  const stack: (Node | 'end of a block')[] = [content];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (step === 'end of a block') parts.push('\n');
    else if (isText(step)) {
      if (isLaidOut(step, range)) parts.push(step.data);
    } else if (isElement(step) && !step.matches(READINGS)) {
      const { display, visibility } = view.getComputedStyle(step);
      if (display === 'none' || visibility !== 'visible') continue;
      if (step.tagName === 'BR') parts.push('\n');
      if (!/^(?:inline|ruby|contents)/.test(display)) {
        parts.push('\n');
        stack.push('end of a block');
      }
      for (let child = step.lastChild; child !== null; child = child.previousSibling) stack.push(child);
    }
  }
  return parts.join('');
}

function isLaidOut(text: Text, range: Range): boolean {
  if (text.data.trim() === '') return true;
  range.selectNodeContents(text);
  for (const { width, height } of range.getClientRects()) if (width > 0 && height > 0) return true;
  return false;
}

/** Nodes of another document are of its own classes. */
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
