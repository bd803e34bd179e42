// What is run in a page of a stranger, in a world of its own: the page cannot see or change it, and it knows nothing of the app.

/** The isolated world; 999 is the first that Electron leaves free. */
export const PAGE_WORLD = 999;

/** Answers, after half a second, whether the document stayed as it was for so long. */
export const IS_QUIET = `new Promise((resolve) => {
  let isQuiet = document.readyState !== 'loading';
  const watch = new MutationObserver(() => { isQuiet = false; });
  watch.observe(document, { childList: true, subtree: true, characterData: true });
  setTimeout(() => { watch.disconnect(); resolve(isQuiet); }, 500);
})`;

const PICTURES_COME = `
  const isComing = (image) => !image.complete && (image.src !== '' || image.srcset !== '');
  for (let waits = 0; waits < 50 && [...document.images].some(isComing); waits += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }`;

/** Goes through the page as a reader does, so that pictures which wait to be seen are fetched, and waits until they have come; at most fifty views and five seconds. */
export const BRING_IN_LAZY = `(async () => {
  for (const image of document.querySelectorAll('img[loading="lazy"]')) image.loading = 'eager';
  const step = Math.max(300, innerHeight * 0.8);
  for (let at = 0, views = 0; at < document.documentElement.scrollHeight && views < 50; at += step, views += 1) {
    scrollTo({ top: at, behavior: 'instant' });
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  scrollTo({ top: 0, behavior: 'instant' });
  ${PICTURES_COME}
})()`;

/** Makes the document say what is shown: each picture by the address it was taken from, and what lies in open shadow trees in the page itself. */
export const FLATTEN = `(async () => {
  for (const image of document.querySelectorAll('img')) {
    if (image.currentSrc === '' || image.naturalWidth === 0) continue;
    // Even the same address would be fetched anew.
    if (image.src !== image.currentSrc) image.src = image.currentSrc;
    image.removeAttribute('srcset');
    image.removeAttribute('sizes');
    for (const source of image.closest('picture')?.querySelectorAll('source') ?? []) source.remove();
  }
  // The file that is written names frames by their place in it.
  for (const frame of document.querySelectorAll('iframe[src]')) frame.setAttribute('data-src', frame.src);
  const unfold = (root) => {
    for (const host of root.querySelectorAll('*')) {
      if (host.shadowRoot === null) continue;
      unfold(host.shadowRoot);
      const content = document.createElement('div');
      for (const node of host.shadowRoot.childNodes) {
        if (node.nodeName !== 'STYLE' && node.nodeName !== 'LINK') content.append(node.cloneNode(true));
      }
      for (const slot of content.querySelectorAll('slot')) {
        const name = slot.getAttribute('name');
        const given = [...host.childNodes].filter((node) => (node.getAttribute?.('slot') ?? null) === name);
        if (given.length > 0) slot.replaceWith(...given.map((node) => node.cloneNode(true)));
      }
      host.replaceChildren(content);
    }
  };
  unfold(document);
  ${PICTURES_COME}
})()`;
