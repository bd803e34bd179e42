// Runs in the page that is to be saved, in a world of its own. The page comes in as it is shown; its HTML and the pictures that may be
// read from here go out. The page itself is left as it is.

/**
 * A picture of a page; `base64` holds its bytes.
 * @typedef {{ address: string, mediaType: string, base64: string }} PageImage
 */

/**
 * A page as it is shown.
 * @typedef {{ address: string, title: string, html: string, images: PageImage[] }} ShownPage
 */

/**
 * Reads the document. Pictures of other sites that do not let themselves be read are left to Layover. It stands alone, because
 * only its own text is taken into the page.
 * @returns {Promise<ShownPage>}
 */
export async function readPage() {
  const MOST_IMAGES = 300;
  const MOST_BYTES = 40 * 1024 * 1024;
  const WAIT_MS = 10_000;

  // Copies in it fetch nothing and run nothing.
  const inert = document.implementation.createHTMLDocument('');

  /** @param {Node} node @returns {Node} */
  function copyOf(node) {
    const copy = inert.importNode(node, false);
    if (node instanceof HTMLImageElement && copy instanceof Element && node.currentSrc !== '') {
      copy.setAttribute('src', node.currentSrc);
      copy.removeAttribute('srcset');
    }
    // What lies in an open shadow tree is shown in place of what lies in its host.
    const shown = node instanceof Element && node.shadowRoot !== null ? node.shadowRoot : node;
    const given = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    for (const child of given.length > 0 ? given : shown.childNodes) copy.appendChild(copyOf(child));
    return copy;
  }

  /** @param {Blob} blob @returns {Promise<string>} */
  function toBase64(blob) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => {
        resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
      });
      reader.addEventListener('error', () => reject(reader.error ?? new Error('a picture could not be read')));
      reader.readAsDataURL(blob);
    });
  }

  const root = copyOf(document.documentElement);
  const html = root instanceof Element ? `<!doctype html>${root.outerHTML}` : '';
  /** @type {PageImage[]} */
  const images = [];
  let size = 0;
  const addresses = [...new Set([...document.images].map(({ currentSrc }) => currentSrc))];
  const until = AbortSignal.timeout(WAIT_MS);
  for (const address of addresses.filter((each) => /^https?:/.test(each)).slice(0, MOST_IMAGES)) {
    try {
      const response = await fetch(address, { signal: until, cache: 'force-cache' });
      const blob = await response.blob();
      if (!response.ok || !blob.type.startsWith('image/') || size + blob.size > MOST_BYTES) continue;
      size += blob.size;
      images.push({ address, mediaType: blob.type.replace(/;.*/, ''), base64: await toBase64(blob) });
    } catch {
      // Not readable from here; Layover asks for it itself.
    }
  }
  return { address: location.href, title: document.title, html, images };
}
