// A frame in; told when its document is parsed and styled, long before its last picture is here, so that reading can begin.

const LOOK_EVERY_MS = 4;

/** Calls back once, at the latest when all of the document is here; the returned function ends the waiting. */
export function whenParsed(frame: HTMLIFrameElement, ready: () => void): () => void {
  const look = (): void => {
    if (isParsed(frame.contentDocument)) finish();
  };
  const timer = window.setInterval(look, LOOK_EVERY_MS);
  function stop(): void {
    window.clearInterval(timer);
    frame.removeEventListener('load', finish);
  }
  function finish(): void {
    stop();
    ready();
  }
  frame.addEventListener('load', finish);
  return stop;
}

/** A frame begins with an empty document of its own, which counts for nothing. */
function isParsed(page: Document | null): boolean {
  if (page === null || page.URL === 'about:blank' || page.readyState === 'loading') return false;
  return [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]:not([media])')].every(
    ({ sheet }) => sheet !== null,
  );
}
