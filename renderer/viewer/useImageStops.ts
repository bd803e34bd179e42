// Lets the images of the open article be pressed, and reached by keyboard through a single stop of the Tab key: the one last focused, or the
// first in view. Arrow keys go from image to image.
import { useEffect } from 'react';
import { eventElement } from '../reader/frame/eventElement.ts';
import { useOpenFrame } from '../reader/frame/openFrame.ts';
import { words } from '../ui/words.ts';
import { imagesOf, openImage } from './viewer.ts';

/** Watches the open article's images. */
export function useImageStops(): void {
  const open = useOpenFrame((state) => state.open);
  useEffect(() => {
    const page = open?.page;
    return page === undefined ? undefined : watch(page);
  }, [open]);
}

function watch(page: Document): () => void {
  let images = prepare(page);

  const imageOf = (event: Event): HTMLImageElement | undefined => images.find((image) => image === event.target);
  const click = (event: MouseEvent): void => {
    const image = imageOf(event);
    // A link goes where it leads; its image is looked at by key.
    if (image === undefined || event.button !== 0 || image.closest('a[href]') !== null) return;
    event.preventDefault();
    openImage(image);
  };
  const press = (event: KeyboardEvent): void => {
    const image = imageOf(event);
    if (image === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') openImage(image);
    else if (step !== undefined) images[images.indexOf(image) + step]?.focus();
    else return;
    event.preventDefault();
  };
  const focus = (event: FocusEvent): void => {
    const image = imageOf(event);
    if (image !== undefined) setStop(images, image);
  };
  // Pictures are drawn as they come, and only then it is known how large they are.
  const load = (event: Event): void => {
    if (eventElement(event)?.matches('img') === true) images = prepare(page);
  };
  const seen = new IntersectionObserver(() => {
    if (images.some((image) => image === page.activeElement)) return;
    const first = images.find((image) => image.getBoundingClientRect().bottom > 0);
    if (first !== undefined) setStop(images, first);
  });
  for (const image of images) seen.observe(image);

  page.addEventListener('click', click);
  page.addEventListener('keydown', press);
  page.addEventListener('focusin', focus);
  page.addEventListener('load', load, { capture: true });
  return () => {
    seen.disconnect();
    page.removeEventListener('click', click);
    page.removeEventListener('keydown', press);
    page.removeEventListener('focusin', focus);
    page.removeEventListener('load', load, { capture: true });
  };
}

/** Makes buttons of them, as that is what they are now. */
function prepare(page: Document): readonly HTMLImageElement[] {
  const images = imagesOf(page);
  for (const [index, image] of images.entries()) {
    // A link is a stop of its own; its image is reached by the arrow keys and the command.
    image.dataset['viewable'] = image.closest('a[href]') === null ? 'press' : 'key';
    image.setAttribute('role', 'button');
    image.setAttribute('aria-haspopup', 'dialog');
    const values = { at: String(index + 1), count: String(images.length) };
    const label = image.alt === '' ? words.viewer.openPlain(values) : words.viewer.open({ ...values, alt: image.alt });
    image.setAttribute('aria-label', label);
    if (!image.hasAttribute('tabindex')) image.tabIndex = index === 0 ? 0 : -1;
  }
  return images;
}

function setStop(images: readonly HTMLImageElement[], stop: HTMLImageElement): void {
  for (const image of images) image.tabIndex = image === stop ? 0 : -1;
}
