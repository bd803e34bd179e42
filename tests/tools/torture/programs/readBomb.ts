// A program for one hostile text: its kind and its file in; as a line of JSON how it ended, how long it took, how much memory more than before, and whether
// anything of another file is in what came of it, out.
import { readFileSync, writeFileSync } from 'node:fs';
import { inspectImage } from '../../../../electron/capture/inspectImage.ts';
import { IMAGE_LIMITS } from '../../../../electron/capture/limits.ts';
import { readImport } from '../../../../electron/exchange/import/readImport.ts';
import { extractArticle } from '../../../../electron/extract/extract.ts';
import { readOutline } from '../../../../electron/feeds/opml.ts';
import { parseFeed } from '../../../../electron/feeds/parseFeed.ts';
import { importTools } from '../../../../electron/library/importing/importTools.ts';

const [kind = '', file = ''] = process.argv.slice(2);
const ADDRESS = 'https://a.example/';

async function read(bytes: Buffer): Promise<unknown> {
  if (kind === 'drawing') return inspectImage(bytes, IMAGE_LIMITS);
  if (kind === 'import') return [...readImport([{ name: 'x', bytes }], importTools(Date.now()))];
  const text = bytes.toString('utf8');
  if (kind === 'feed') return parseFeed(text, ADDRESS);
  if (kind === 'outline') return readOutline(text);
  return extractArticle({ kind: 'html', text, address: ADDRESS, fileName: null });
}

function mostKilobytes(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

async function judge(): Promise<void> {
  // What the program itself takes is not the text's.
  await read(Buffer.from('<p>A short one.</p>')).catch(() => undefined);
  const bytes = readFileSync(file);
  // What getrusage calls the most is that of the process it was started from, should that be more.
  writeFileSync('/proc/self/clear_refs', '5');
  const before = mostKilobytes();
  const { user: u0, system: s0 } = process.cpuUsage();
  let end = 'read';
  let hasFile = false;
  try {
    hasFile = JSON.stringify(await read(bytes)).includes('root:');
  } catch (failure) {
    end = failure instanceof RangeError ? 'range' : String(Reflect.get(Object(failure), 'code') ?? failure);
  }
  const { user, system } = process.cpuUsage();
  const ms = (user + system - u0 - s0) / 1_000;
  process.stdout.write(JSON.stringify({ end, ms, mb: (mostKilobytes() - before) / 1_024, hasFile }));
}

judge().catch((failure: unknown) => {
  process.stderr.write(String(failure));
  process.exitCode = 1;
});
