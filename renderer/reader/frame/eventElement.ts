// What an event of the article's document happened to, by what it is and not by its class: whether the elements of a frame are instances of the frame's classes or of
// the window's differs between versions of Chromium (114 in Electron 25 and 150 disagree).

/** The element that an event is of; `undefined` when it is of the document, of the window or of bare text. */
export function eventElement({ target }: Event): Element | undefined {
  return isElement(target) ? target : undefined;
}

function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'nodeType' in target && target.nodeType === Node.ELEMENT_NODE;
}
