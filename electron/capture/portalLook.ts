// Where an answer was found and its bytes in; whether it is the sign-in page of a network (a captive portal) instead of the page asked for, out.
// Guesses carefully: a page of the site itself is never taken for one unless it says so in the words made for it.
const HEAD_BYTES = 64 * 1024;
/** Articles that happen to speak of such networks are longer. */
const LONGEST_WORDS = 2500;

/** The words of the roaming standard that portals hide in their pages for programs (WISPr 1.0). */
const WISPR = /<WISPAccessGatewayParam[\s>]/i;
const WISPR_LOGIN = /<LoginURL>\s*(?:<!\[CDATA\[)?\s*(https?:[^\s<\]]+)/i;
const WORDING =
  /captive|hot-?spot|wi-?fi|wlan|w-lan|guest (?:network|access)|internet (?:access|zugang)|accès (?:à )?internet|acceso a internet|accesso a internet|network (?:login|sign-?in)|log ?in to (?:the )?network|上网认证|无线网络|ゲストネットワーク/i;
const FORM = /<form[\s>]|<input[^>]*type\s*=\s*["']?(?:password|checkbox|submit)/i;
const SENDS_ON =
  /<meta[^>]*http-equiv\s*=\s*["']?refresh["']?[^>]*url\s*=\s*["']?([^"'>\s]+)|(?:window|document|top|self)?\.?location(?:\.href)?\s*=\s*["']([^"']+)["']/i;

/** The address where the network wants its user to sign in; `undefined` when the answer may well be the page asked for. */
export function portalIn(asked: URL, found: URL, bytes: Uint8Array): string | undefined {
  const html = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
  if (WISPR.test(html)) return WISPR_LOGIN.exec(html)?.[1] ?? found.href;
  if (bytes.length > HEAD_BYTES) return undefined;
  const words = html.replace(/<(?:script|style)[^]*?<\/(?:script|style)>|<[^>]*>/gi, ' ').replace(/\s+/g, ' ');
  if (words.length > LONGEST_WORDS) return undefined;
  if (siteOf(found) !== siteOf(asked)) {
    const signs = [namesAsked(found, asked), FORM.test(html), WORDING.test(words) || WORDING.test(found.href)];
    return signs.filter(Boolean).length >= 2 ? found.href : undefined;
  }
  // Nobody can stand in for a site on a secure connection.
  if (asked.protocol === 'https:' || words.length > 400) return undefined;
  const [, refresh, script] = SENDS_ON.exec(html) ?? [];
  const target = readUrl(refresh ?? script, found);
  if (target === undefined || siteOf(target) === siteOf(asked)) return undefined;
  return namesAsked(target, asked) || WORDING.test(words) || WORDING.test(target.href) ? target.href : undefined;
}

/** Portals remember where their user wanted to go. */
function namesAsked(portal: URL, asked: URL): boolean {
  return decodeLeniently(portal.search).includes(asked.hostname);
}

function decodeLeniently(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** The registered part of a name, roughly; an address of numbers stands for itself. */
function siteOf({ hostname }: URL): string {
  return /^[\d.]+$|^\[/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}

function readUrl(text: string | undefined, base: URL): URL | undefined {
  if (text === undefined) return undefined;
  try {
    return new URL(text.replaceAll('&amp;', '&'), base);
  } catch {
    return undefined;
  }
}
