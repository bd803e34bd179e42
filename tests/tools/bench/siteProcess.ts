// The site of a measurement in a process of its own, so that serving costs the measured one nothing: pages of ten pictures each, every
// picture another one of 20 to 200 kB. Sends its origin once it listens.
import { createServer } from 'node:http';
import { encode } from 'fast-png';

const IMAGES = 10;
const SENTENCE =
  'The lamplighter of the upper town goes down to the harbour at dusk, counts the boats that lie at the outer wall, and comes back along the ropewalk.';

/** The same noise for the same number: it cannot be compressed, so a picture is as large as it says. */
function noise(seed: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = seed * 2_654_435_761;
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

function picture(seed: number): Uint8Array {
  const bytes = 20_000 + ((seed * 7919) % 180_000);
  const width = 320;
  const height = Math.ceil(bytes / 3 / width);
  return encode({ width, height, data: noise(seed, width * height * 3), channels: 3 }, { zlib: { level: 0 } });
}

function page(index: number): string {
  const parts = Array.from({ length: IMAGES }, (_, at) => {
    const text = Array.from({ length: 4 }, (_each, line) => `<p>${index}.${at}.${line} ${SENTENCE} ${SENTENCE}</p>`);
    return `<h2>Part ${at + 1}</h2>${text.join('')}<figure><img src="/${index}-${at}.png" alt="Plate ${at + 1}"></figure>`;
  });
  const related = Array.from(
    { length: 20 },
    (_, at) => `<li><a href="/page/${(index + at + 1) % 1000}">Walk ${index + at + 1} through the town</a></li>`,
  );
  return `<!doctype html><html lang="en"><head><title>Walk ${index} through the town</title></head><body><nav><a href="/">Home</a></nav>
<main><article><h1>Walk ${index} through the town</h1>${parts.join('')}</article><section><h2>Related posts</h2><ul>${related.join('')}</ul></section></main></body></html>`;
}

const server = createServer(({ url = '' }, response) => {
  const [, index, at] = /^\/(\d+)-(\d+)\.png$/.exec(url) ?? [];
  if (index !== undefined) {
    response.writeHead(200, { 'content-type': 'image/png' }).end(picture(Number(index) * IMAGES + Number(at)));
    return;
  }
  const number = /^\/page\/(\d+)$/.exec(url)?.[1];
  response.writeHead(number === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(number === undefined ? '' : page(Number(number)));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '');
});
process.on('disconnect', () => process.exit(0));
