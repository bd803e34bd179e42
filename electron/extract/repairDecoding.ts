// Text in; the same text out, or, when it is Chinese that was once stored as if its bytes were Latin letters, what it says.

const HIGH = /[\u0080-\u00ff]/g;
const BEYOND = /[\u0100-\uffff]/g;
// The commonest characters of written Chinese: each text has some in every hundred, and no wrong reading has them that often.
const COMMON = /[的一是不了在人有我他这中大来上国个到说们]/g;
const HAN = /[\u4e00-\u9fff]/g;
const LEAST_HIGH = 400;
const MOST_READ = 60_000;

/**
 * Undoes a decoding of GBK bytes as Latin-1 that was stored as UTF-8 ("ÖÐ¹ú" for "中国"): pages that were converted once too
 * often. Any other text comes back as it is. Only texts with hardly a letter beyond Latin-1 are tried, and a try counts only when its result
 * reads as Chinese. Linear in the text.
 */
export function repairDecoding(text: string): string {
  const sample = text.slice(0, MOST_READ);
  const high = sample.match(HIGH)?.length ?? 0;
  if (high < LEAST_HIGH || high * 20 < sample.length || (sample.match(BEYOND)?.length ?? 0) * 50 > high) return text;
  const decoded = decode(sample);
  const han = decoded.match(HAN)?.length ?? 0;
  const common = decoded.match(COMMON)?.length ?? 0;
  return han * 2 > high * 0.7 && common > han * 0.06 ? decode(text) : text;
}

function decode(text: string): string {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // What does not fit into a byte was no byte; a question mark holds its place.
    bytes[i] = code < 256 ? code : 0x3f;
  }
  return new TextDecoder('gb18030').decode(bytes);
}
