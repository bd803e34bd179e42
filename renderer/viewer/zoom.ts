// How an image lies in a window: its scale and its offset from the middle. Pure; lengths in CSS pixels.

/** Width and height. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point, or a way. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the image lies; at 1 one pixel of the image is one of the screen's CSS pixels. */
export interface Zoom {
  readonly scale: number;
  /** From the middle of the window to the middle of the image. */
  readonly offset: Point;
}

/** A step of the keys. */
export const ZOOM_STEP = 1.25;
const LARGEST = 16;

/** The scale at which an image is wholly to be seen; small images are not drawn larger than they are. */
export function fitScale(image: Size, window: Size): number {
  if (image.width <= 0 || image.height <= 0) return 1;
  return Math.min(1, window.width / image.width, window.height / image.height);
}

/** The image as it is first seen. */
export function fitted(image: Size, window: Size): Zoom {
  return { scale: fitScale(image, window), offset: { x: 0, y: 0 } };
}

/** Another scale, so that the point `at` of the window, counted from its middle, still shows the same place of the image. */
export function zoomTo(zoom: Zoom, scale: number, image: Size, window: Size, at: Point = { x: 0, y: 0 }): Zoom {
  const smallest = fitScale(image, window);
  const next = Math.min(Math.max(scale, smallest), Math.max(LARGEST, smallest));
  const ratio = next / zoom.scale;
  const offset = { x: at.x - (at.x - zoom.offset.x) * ratio, y: at.y - (at.y - zoom.offset.y) * ratio };
  return held({ scale: next, offset }, image, window);
}

/** The image moved by a way, no farther than its edges. */
export function pan(zoom: Zoom, by: Point, image: Size, window: Size): Zoom {
  const offset = { x: zoom.offset.x + by.x, y: zoom.offset.y + by.y };
  return held({ scale: zoom.scale, offset }, image, window);
}

/** Whether the image is larger than the window, so that it can be moved. */
export function canPan({ scale }: Zoom, image: Size, window: Size): boolean {
  return image.width * scale > window.width + 0.5 || image.height * scale > window.height + 0.5;
}

function held({ scale, offset }: Zoom, image: Size, window: Size): Zoom {
  const most = (length: number, room: number): number => Math.max(0, (length * scale - room) / 2);
  const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
  return {
    scale,
    offset: {
      x: clamp(offset.x, most(image.width, window.width)),
      y: clamp(offset.y, most(image.height, window.height)),
    },
  };
}
