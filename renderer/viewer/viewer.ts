// Which image of the article is looked at. The images are those that are stored and drawn; pictures within a line of text are none.
import { create } from 'zustand';
import { useOverlays } from '../app/overlays.ts';
import { plainTextOf } from '../reader/frame/plainText.ts';
import { useOpenFrame } from '../reader/frame/openFrame.ts';

/** An image of the open article. */
export interface ViewedImage {
  readonly element: HTMLImageElement;
  /** Path of the stored file below the app's own origin. */
  readonly src: string;
  readonly alt: string;
  /** What is written under it; empty when nothing is. */
  readonly caption: string;
}

/** What the viewer shows. */
export interface ViewerState {
  readonly images: readonly ViewedImage[];
  readonly at: number;
}

/** Smaller ones are marks in the text and icons. */
const SMALLEST = 48;

/** The state, for components. */
export const useViewer = create<ViewerState>()(() => ({ images: [], at: 0 }));

/** The images of a document, in reading order. */
export function imagesOf(page: Document): readonly HTMLImageElement[] {
  return [...page.querySelectorAll<HTMLImageElement>('.content img[src]')].filter(
    (image) => storedPath(image).startsWith('/assets/') && isLarge(image),
  );
}

/** Whether the open article has one. */
export function hasImages(): boolean {
  const { open } = useOpenFrame.getState();
  return open !== undefined && imagesOf(open.page).length > 0;
}

/** Opens the image that has the focus, or else the first in view, or else the next below. */
export function openFirstImage(): void {
  const { open } = useOpenFrame.getState();
  if (open === undefined) return;
  const images = imagesOf(open.page);
  const focused = images.find((image) => image === open.page.activeElement);
  const inView = images.find((image) => image.getBoundingClientRect().bottom > 0);
  const image = focused ?? inView ?? images.at(-1);
  if (image !== undefined) openImage(image);
}

/** Opens an image of the article. */
export function openImage(image: HTMLImageElement): void {
  // What has the focus now gets it back.
  useOpenFrame.getState().open?.frame.focus();
  const all = imagesOf(image.ownerDocument);
  const images = all.map((element) => ({
    element,
    src: storedPath(element),
    alt: element.alt,
    caption: plainTextOf(element.closest('figure')?.querySelector('figcaption')).trim(),
  }));
  useViewer.setState({ images, at: Math.max(0, all.indexOf(image)) });
  useOverlays.setState({ open: 'image' });
}

/** Goes so many images on; it ends at both ends. */
export function stepImage(by: number): void {
  const { images, at } = useViewer.getState();
  useViewer.setState({ at: Math.min(images.length - 1, Math.max(0, at + by)) });
}

/** Closes the viewer; the focus goes to the image that was looked at last, which is brought into view. */
export function closeImage(): void {
  if (useOverlays.getState().open !== 'image') return;
  useOverlays.setState({ open: 'nothing' });
  const { images, at } = useViewer.getState();
  useViewer.setState({ images: [], at: 0 });
  const { open } = useOpenFrame.getState();
  const element = images[at]?.element;
  open?.frame.focus();
  if (element === undefined || element.ownerDocument !== open?.page) return;
  element.tabIndex = 0;
  element.focus({ preventScroll: true });
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom < 0 || top > open.page.documentElement.clientHeight)
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** Where the file is below the app's own origin; in the document it is written as seen from the article. */
function storedPath(image: HTMLImageElement): string {
  return new URL(image.src, image.baseURI).pathname;
}

function isLarge(image: HTMLImageElement): boolean {
  const { width, height } = image.getBoundingClientRect();
  // One that is not drawn yet has no size, and one that is still to come into view is an image all the same.
  const isUnknown = image.naturalWidth === 0;
  return isUnknown || Math.max(width, height) >= SMALLEST;
}
