// `extract --batch` over pages broken at random, by a seed so that a failure can be met again: it never dies, never skips.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { runBatch } from '../../../electron/terminal/batch.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';

const Answer = v.object({
  id: v.number(),
  title: v.optional(v.string()),
  textContent: v.optional(v.string()),
  error: v.optional(v.object({ code: v.string() })),
});

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The long way round | Layover Notes</title>
<meta property="og:title" content="The long way round"><meta name="author" content="Ada Marsh">
<script type="application/ld+json">{"@type":"Article","headline":"The long way round","datePublished":"2026-09-04"}</script></head>
<body><nav><a href="/">Home</a> <a href="/archive">Archive</a></nav><main><article><h1>The long way round</h1>
<p class="byline">By <a rel="author" href="/ada">Ada Marsh</a>, <time datetime="2026-09-04">4 September 2026</time></p>
<p>There is a bus, they said, and there was, once a day, an hour before anyone was awake enough to catch it.</p>
<figure><img src="/bus.jpg" srcset="/bus-2.jpg 2x" alt="A bus stop"><figcaption>The stop, at dawn.</figcaption></figure>
<p>So we walked. <em>Nine kilometres</em> of it, with a <a href="/map">map</a> that stopped being useful after the second gate.</p>
<ul><li>Water, more than you think.</li><li>A hat.</li></ul><table><tr><th>Gate</th><td>Open</td></tr></table>
<pre><code>km = 9</code></pre><blockquote><p>Turn back at the river, said the farmer, and he was right.</p></blockquote>
<p>We turned back at the river. The bus was waiting, an hour early for the next day, and the driver was reading.</p></article>
<h3>Related posts</h3><ul><li><a href="/1">The ferry - Video</a> [Last Updated On: September 7th, 2012] [Originally Added On: September 6th, 2012]</li>
<li><a href="/2">The last train</a> [Originally Added On: May 1st, 2011]</li></ul></main><footer>© Layover Notes</footer></body></html>`;

const DIRT = [
  '\0',
  '<',
  '>',
  '"',
  "'",
  '&',
  '&#x110000;',
  '&#0;',
  '<!--',
  '-->',
  ']]>',
  '<script>',
  '</p>',
  '<table>',
  '<svg>',
  '<template>',
  '<plaintext>',
  '<base href="//">',
  '\uD800',
  '\u202E',
  '<a href="javascript:',
  '<math><mi>',
  '<select>',
  '<frameset>',
  '[Last Updated On: ',
];

const SEED = 20_260_904;
const COUNT = 400;

/** A small generator of numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function breakPage(html: string, random: () => number): string {
  const pick = (limit: number): number => Math.floor(random() * limit);
  let text = html;
  for (let i = pick(5) + 1; i > 0; i--) {
    const start = pick(text.length);
    const end = Math.min(text.length, start + pick(200));
    const piece = text.slice(start, end);
    const dirt = DIRT[pick(DIRT.length)] ?? '';
    const ways = [
      text.slice(0, start) + text.slice(end),
      text.slice(0, start) + piece.repeat(pick(5)) + text.slice(start),
      text.slice(0, start) + dirt + text.slice(start),
      text.slice(0, start) + dirt.repeat(pick(2000)) + text.slice(start),
      text.slice(0, start) + piece.split('').reverse().join('') + text.slice(end),
      text.replaceAll(/<\/\w+>/g, (tag) => (random() < 0.3 ? '' : tag)),
      text.slice(0, start),
    ];
    text = ways[pick(ways.length)] ?? text;
  }
  return text;
}

test('answers every one of 400 broken pages, in order, with an article or a plain reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-broken-'));
  const workerFile = join(folder, 'worker.cjs');
  await buildProgram('electron/extract/worker.ts', workerFile);
  const random = randomFrom(SEED);
  async function* lines(): AsyncGenerator<string> {
    for (let id = 0; id < COUNT; id++) {
      const path = join(folder, `${String(id)}.html`);
      writeFileSync(path, breakPage(PAGE, random));
      yield JSON.stringify({ id, url: 'https://notes.example/long-way', html_path: path });
    }
  }
  const answers: v.InferOutput<typeof Answer>[] = [];
  await runBatch(
    lines(),
    (line) => {
      answers.push(v.parse(Answer, JSON.parse(line)));
      return Promise.resolve();
    },
    { workerFile, decode: (bytes) => ({ text: Buffer.from(bytes).toString('utf8') }) },
  );
  rmSync(folder, { recursive: true });
  expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: COUNT }, (_, id) => id));
  const failed = answers.filter(({ error }) => error !== undefined);
  expect(failed.filter(({ error }) => error?.code !== 'no-content')).toEqual([]);
  // Most breaks leave something to read; a run that only fails would prove nothing.
  expect(answers.filter(({ title, textContent }) => title !== '' && (textContent ?? '') !== '').length).toBeGreaterThan(
    COUNT / 2,
  );
});
