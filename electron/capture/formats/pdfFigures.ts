// What stands on a page of a PDF beside its text comes in; the boxes to be shown as pictures go out: images, drawings of many strokes,
// and the whole page when it has no text that can be taken out.
import { union } from './pdfText.ts';
import type { Box, PageObject, PdfPage } from './pdfium.ts';

const LEAST_SHARE = 0.025;
const LEAST_SIDE = 30;
const WHOLE_SHARE = 0.85;
const LEAST_STROKES = 12;
const MAX_BOXES = 600;

/** The pictures of a page. `isText` says whether its text can be taken out. */
export function figuresOf(page: Pick<PdfPage, 'width' | 'height' | 'objects'>, isText: boolean): readonly Box[] {
  const whole: Box = { left: 0, bottom: 0, right: page.width, top: page.height };
  const area = page.width * page.height;
  if (!isText) return page.objects.length === 0 ? [] : [whole];
  const shareOf = (box: Box): number => areaOf(box) / area;
  const inside = page.objects.map(({ kind, box }) => ({ kind, box: clipped(box, whole) }));
  const pictures = inside.filter(
    ({ kind, box }) => kind === 'image' || (kind === 'form' && shareOf(box) < WHOLE_SHARE),
  );
  const strokes = inside.filter(({ kind, box }) => kind === 'path' && shareOf(box) < WHOLE_SHARE);
  const found = [
    ...clusters(pictures, 2).filter(({ box }) => shareOf(box) >= LEAST_SHARE),
    ...clusters(strokes, 8).filter(({ box, count }) => count >= LEAST_STROKES && shareOf(box) >= LEAST_SHARE),
  ].filter(({ box }) => box.right - box.left >= LEAST_SIDE && box.top - box.bottom >= LEAST_SIDE);
  const merged = clusters(
    found.map(({ box }) => ({ box })),
    0,
  ).map(({ box }) => box);
  return merged.some((box) => shareOf(box) >= WHOLE_SHARE) ? [whole] : merged;
}

/** Boxes that touch, or are nearer than `gap`, made one. */
function clusters(
  objects: readonly Pick<PageObject, 'box'>[],
  gap: number,
): readonly { readonly box: Box; readonly count: number }[] {
  const [first] = objects;
  if (first !== undefined && objects.length > MAX_BOXES) {
    return [{ box: objects.map(({ box }) => box).reduce(union, first.box), count: objects.length }];
  }
  let groups: { box: Box; count: number }[] = [];
  for (const { box } of objects) {
    let grown = { box, count: 1 };
    // A group that has grown may reach others that it did not reach before.
    for (let isGrowing = true; isGrowing;) {
      const near = groups.filter((group) => isNear(group.box, grown.box, gap));
      isGrowing = near.length > 0;
      groups = groups.filter((group) => !near.includes(group));
      for (const group of near) grown = { box: union(grown.box, group.box), count: grown.count + group.count };
    }
    groups.push(grown);
  }
  return groups;
}

function isNear(a: Box, b: Box, gap: number): boolean {
  return a.left - gap <= b.right && b.left - gap <= a.right && a.bottom - gap <= b.top && b.bottom - gap <= a.top;
}

function clipped(box: Box, within: Box): Box {
  const left = Math.min(Math.max(box.left, within.left), within.right);
  const bottom = Math.min(Math.max(box.bottom, within.bottom), within.top);
  return {
    left,
    bottom,
    right: Math.max(left, Math.min(box.right, within.right)),
    top: Math.max(bottom, Math.min(box.top, within.top)),
  };
}

function areaOf({ left, right, top, bottom }: Box): number {
  return (right - left) * (top - bottom);
}
