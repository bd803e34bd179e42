// The virtual display: there while it is wanted, gone afterwards, and closed to everybody else.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { expect, test } from 'playwright/test';
import { findProgram } from '../../../scripts/system/apt.mjs';
import { startDisplay } from '../../../scripts/system/display.mjs';

const DISPLAY_MODULE = new URL('../../../scripts/system/display.mjs', import.meta.url).href;
const COOKIE_NAME = 'MIT-MAGIC-COOKIE-1';

test.skip(!findProgram('Xvfb'), 'Xvfb is not installed here');

const socketOf = (display: string): string => `/tmp/.X11-unix/X${display.slice(1)}`;

/** X11 messages come in units of four bytes. */
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** Says hello to an X server as the protocol wants it; its first byte back is 1 when we are let in. */
async function isLetIn(display: string, cookie: Buffer): Promise<boolean> {
  const name = Buffer.from(cookie.length > 0 ? COOKIE_NAME : '');
  const head = Buffer.alloc(12);
  head.write('l');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(cookie.length, 8);
  const socket = createConnection(socketOf(display));
  const answer: Promise<unknown[]> = once(socket, 'data');
  socket.write(Buffer.concat([head, padded(name), padded(cookie)]));
  const [data] = await answer;
  socket.destroy();
  return Buffer.isBuffer(data) && data[0] === 1;
}

test('lets in who can read its Xauthority file, and nobody else', async () => {
  const display = await startDisplay();
  try {
    const cookie = readFileSync(display.authority).subarray(-16);
    expect(await isLetIn(display.name, cookie)).toBe(true);
    expect(await isLetIn(display.name, Buffer.alloc(16))).toBe(false);
    expect(await isLetIn(display.name, Buffer.alloc(0))).toBe(false);
  } finally {
    await display.stop();
  }
});

test('is gone, with its files, once it is stopped', async () => {
  const display = await startDisplay();
  expect(existsSync(socketOf(display.name))).toBe(true);
  await display.stop();
  expect(existsSync(socketOf(display.name))).toBe(false);
  expect(existsSync(display.authority)).toBe(false);
});

test('is gone when its owner is killed', async () => {
  const program = `
    import { startDisplay } from ${JSON.stringify(DISPLAY_MODULE)};
    console.log((await startDisplay()).name);
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line]: unknown[] = await once(owner.stdout, 'data');
  const display = String(line).trim();
  expect(existsSync(socketOf(display))).toBe(true);
  owner.kill('SIGKILL');
  await expect.poll(() => existsSync(socketOf(display)), { timeout: 20_000 }).toBe(false);
});
