// The pictures of an article are loaded once its text stands on the screen. Where all of them together have more pixels than a window should
// hold decoded, each is asked for no wider than it is drawn; whoever looks at one closely gets it whole from the viewer.
import type { StoredImage } from '#contract/article.ts';

// Chromium keeps what it has decoded, at four bytes a pixel and about as much again for what it makes of them, up to half a gigabyte.
const MOST_PIXELS = 30_000_000;
const STEP = 256;
/** One that is hardly wider than it is drawn is loaded as it is. */
const WORTH = 1.25;

/**
 * Begins to load those whose addresses the document keeps apart until then; see `PictureLoading`. `images` are those that are stored with
 * the article; without them all are loaded whole. The returned function ends it: until then pictures that are drawn wider come anew.
 */
export function loadPictures(page: Document, images: readonly StoredImage[] = []): () => void {
  const widths = widthsIfMany(images);
  const watched = new Map<Element, { readonly address: string; readonly whole: number; loaded: number }>();
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      const picture = watched.get(target);
      const wanted = Math.ceil((contentRect.width * (page.defaultView?.devicePixelRatio ?? 1)) / STEP) * STEP;
      if (picture === undefined || wanted <= picture.loaded) continue;
      const isWhole = wanted * WORTH >= picture.whole;
      picture.loaded = isWhole ? Number.POSITIVE_INFINITY : wanted;
      target.setAttribute('src', isWhole ? picture.address : `${picture.address}?width=${wanted}`);
    }
  });
  for (const picture of page.querySelectorAll<HTMLImageElement>('img[data-picture]')) {
    const { picture: address } = picture.dataset;
    delete picture.dataset['picture'];
    if (address === undefined) continue;
    const whole = widths.get(address.split('/').slice(-2).join('/'));
    if (whole === undefined) picture.src = address;
    else {
      watched.set(picture, { address, whole, loaded: 0 });
      sizes.observe(picture);
    }
  }
  return () => sizes.disconnect();
}

/** Of each picture by its file, when all of them together are too many pixels. Drawings have none. */
function widthsIfMany(images: readonly StoredImage[]): ReadonlyMap<string, number> {
  const decoded = images.filter(({ mediaType }) => mediaType !== 'image/svg+xml');
  const pixels = decoded.reduce((sum, { width, height }) => sum + width * height, 0);
  return new Map(pixels <= MOST_PIXELS ? [] : decoded.map(({ file, width }) => [file, width]));
}
