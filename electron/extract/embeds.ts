// What a page embeds in, a link to it out: the offline copy has no place where foreign code could run. Refuses what is no
// content: advertisements, counters, share buttons, frames too small to show anything.
import type { Element } from 'domhandler';
import { foldWhiteSpace } from './allowList.ts';
import type { Page } from './page.ts';
import { toLinkAddress, toWebAddress } from './webAddress.ts';

/** Where an embed leads, and what to call it. */
export interface EmbedLink {
  readonly url: string;
  readonly label: string;
}

/** Elements that show something from elsewhere. */
export const EMBED_ELEMENTS: ReadonlySet<string> = new Set([
  'iframe',
  'video',
  'audio',
  'embed',
  'object',
  'applet',
  'amp-iframe',
  'amp-video',
  'amp-youtube',
  'amp-vimeo',
  'amp-twitter',
]);

const NOT_CONTENT =
  /(?:^|\.)(?:doubleclick\.net|googlesyndication\.com|googletagmanager\.com|google-analytics\.com|amazon-adsystem\.com|adnxs\.com|taboola\.com|outbrain\.com|criteo\.(?:com|net)|rubiconproject\.com|disqus\.com|recaptcha\.net|addthis\.com|sharethis\.com)$/;
const NOT_CONTENT_PATH =
  /\/(?:recaptcha|plugins\/(?:like|share|follow|page|comments)|widgets\/(?:follow|tweet)_button|ads?|adserver|gtm|pixel)(?:[/.?]|$)/i;

/** The link that stands for an embedding element; `undefined` for what is not content. */
export function linkOfEmbed(element: Element, page: Page): EmbedLink | undefined {
  const { attribs } = element;
  if (attribs['hidden'] !== undefined || /display\s*:\s*none/i.test(attribs['style'] ?? '')) return undefined;
  if (isTooSmall(attribs['width']) || isTooSmall(attribs['height'])) return undefined;
  const source = sourceOf(element);
  const url = source === undefined ? undefined : toWebAddress(page, source);
  if (url === undefined || NOT_CONTENT.test(url.hostname) || NOT_CONTENT_PATH.test(url.pathname)) return undefined;
  const address = toLinkAddress(page, toWatchAddress(url));
  if (address === undefined) return undefined;
  const name = foldWhiteSpace(attribs['title'] ?? attribs['aria-label'] ?? '').slice(0, 300);
  return { url: address, label: name === '' ? new URL(address).hostname.replace(/^www\./, '') : name };
}

function isTooSmall(size: string | undefined): boolean {
  return size !== undefined && /^\s*\d{1,2}(?:px)?\s*$/.test(size) && Number.parseInt(size, 10) < 20;
}

function sourceOf(element: Element): string | undefined {
  const { name, attribs } = element;
  const video = attribs['data-videoid'] ?? attribs['data-tweetid'];
  if (video !== undefined && /^[\w-]+$/.test(video)) {
    if (name === 'amp-youtube') return `https://www.youtube.com/watch?v=${video}`;
    if (name === 'amp-vimeo') return `https://vimeo.com/${video}`;
    if (name === 'amp-twitter') return `https://twitter.com/i/status/${video}`;
  }
  const own = ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data'].map((key) => attribs[key]);
  const filled = own.find(
    (value) => value !== undefined && value.trim() !== '' && !/^(?:about|javascript|blob|cid):/i.test(value),
  );
  if (filled !== undefined || (name !== 'video' && name !== 'audio' && name !== 'object')) return filled;
  for (const child of element.children) {
    if (!('attribs' in child)) continue;
    if (child.name === 'source' && child.attribs['src'] !== undefined) return child.attribs['src'];
    if (child.name === 'param' && child.attribs['name']?.toLowerCase() === 'movie') return child.attribs['value'];
    if (child.name === 'embed') return child.attribs['src'];
  }
  return undefined;
}

/** The page where a person watches what an embed address plays. */
function toWatchAddress(url: URL): string {
  const host = url.hostname.replace(/^(?:www|m|player|platform|w)\./, '');
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const video = /^\/(?:embed|v|shorts|live)\/([\w-]{6,})/.exec(url.pathname)?.[1];
    const list = url.searchParams.get('list');
    if (video !== undefined && video !== 'videoseries') return `https://www.youtube.com/watch?v=${video}`;
    if (list !== null && /^[\w-]+$/.test(list)) return `https://www.youtube.com/playlist?list=${list}`;
  }
  if (host === 'vimeo.com') {
    const video = /^\/video\/(\d+)/.exec(url.pathname)?.[1];
    if (video !== undefined) return `https://vimeo.com/${video}`;
  }
  if (host === 'twitter.com' || host === 'x.com') {
    const tweet = url.searchParams.get('id');
    if (tweet !== null && /^\d+$/.test(tweet)) return `https://twitter.com/i/status/${tweet}`;
  }
  if (host === 'dailymotion.com') {
    const video = /^\/embed\/video\/(\w+)/.exec(url.pathname)?.[1];
    if (video !== undefined) return `https://www.dailymotion.com/video/${video}`;
  }
  const inner =
    host === 'soundcloud.com' || host === 'facebook.com'
      ? (url.searchParams.get('url') ?? url.searchParams.get('href'))
      : null;
  return inner !== null && /^https?:\/\//.test(inner) ? inner : url.href;
}
