// Our own sanitised HTML in, the same with every picture pointing at its stored file, or saying why it is not there, out.
// What it is given is parsed and sanitised again, so it cannot be led to let anything through.
import { toCleanTree } from './cleanContent.ts';
import type { CleanElement, CleanNode } from './contentTree.ts';
import type { ImagePlace } from './extraction.ts';
import { isToBePlaced } from './imageAddress.ts';
import { openPage } from './page.ts';
import { serializeHtml } from './serializeHtml.ts';

/**
 * Gives every picture of `contentHtml` its stored file and size in pixels. One that is missing, or that `places` does not
 * name, becomes `<span class="missing-image" title="REASON" data-address="ADDRESS">ALT</span>`, and such a span becomes the picture once
 * `places` has it. A picture whose place has an address keeps that as `data-address`, and gives way once `places` has a file for it. The result is again a fixed point of `sanitize`. `places` is keyed by the addresses that `sanitize` listed.
 */
export function placeImages(contentHtml: string, places: ReadonlyMap<string, ImagePlace>): string {
  const page = openPage(contentHtml, null);
  const content = toCleanTree(page.body === undefined ? [] : [page.body], new Set(), page);
  return serializeHtml(content.map((node) => placeIn(node, places)));
}

function placeIn(node: CleanNode, places: ReadonlyMap<string, ImagePlace>): CleanNode {
  if (typeof node === 'string') return node;
  if (node.name === 'img') return placeImage(node, places);
  if (node.name === 'span') return fillGap(node, places);
  return { ...node, children: node.children.map((child) => placeIn(child, places)) };
}

/** Puts a picture where it was missing, or says anew why it still is. */
function fillGap(span: CleanElement, places: ReadonlyMap<string, ImagePlace>): CleanElement {
  const { class: name, 'data-address': src, id }: Partial<Record<string, string>> = Object.fromEntries(span.attributes);
  const children = span.children.map((child) => placeIn(child, places));
  if (name !== 'missing-image' || src === undefined || !places.has(src)) return { ...span, children };
  const [alt] = span.children;
  const attributes: CleanElement['attributes'] = [
    ['src', src],
    ['alt', typeof alt === 'string' && alt !== NAMELESS ? alt : ''],
    ...(id === undefined ? [] : [['id', id] satisfies [string, string]]),
  ];
  return placeImage({ name: 'img', attributes, children: [] }, places);
}

const NAMELESS = 'Picture';

function placeImage(image: CleanElement, places: ReadonlyMap<string, ImagePlace>): CleanElement {
  const { src = '', alt = '', id, ...own }: Partial<Record<string, string>> = Object.fromEntries(image.attributes);
  const better = isToBePlaced(src) ? undefined : places.get(own['data-address'] ?? '');
  const place = better !== undefined && 'src' in better ? better : places.get(src);
  const named: CleanElement['attributes'] = id === undefined ? [] : [['id', id]];
  if (place === undefined && !isToBePlaced(src)) return image;
  if (place !== undefined && 'src' in place) {
    return {
      name: 'img',
      attributes: [
        ['src', place.src],
        ['alt', alt],
        ['width', String(place.width)],
        ['height', String(place.height)],
        ...addressed(place.address),
        ...named,
      ],
      children: [],
    };
  }
  const address = place?.address ?? src;
  const reason = place?.missing ?? 'This picture was not fetched.';
  return {
    name: 'span',
    attributes: [['class', 'missing-image'], ['title', reason], ...addressed(address), ...named],
    children: [alt === '' ? NAMELESS : alt],
  };
}

function addressed(address: string | undefined): CleanElement['attributes'] {
  return address !== undefined && /^https?:/.test(address) ? [['data-address', address]] : [];
}
