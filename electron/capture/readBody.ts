// The body of an answer, unpacked, under limits of size, ratio and speed. Nothing beyond a limit is kept.
import type { IncomingMessage } from 'node:http';
import { Transform, Writable, type Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { AppError } from '#contract/errors.ts';
import { codeOf, cutShort, malformed, tooLarge, tooSlow, type Subject } from './fetchFailure.ts';
import type { FetchLimits } from './limits.ts';
import type { Answer } from './sendRequest.ts';

/** What reading a body needs. */
export interface Reading {
  readonly limits: FetchLimits;
  readonly subject: Subject;
  readonly host: string;
  readonly signal: AbortSignal;
  /** Gets the bytes that came over the network, not oftener than every 64 KiB, and once at the end. */
  readonly onProgress: (receivedBytes: number) => void;
}

const PROGRESS_STEP = 64 * 1024;

/**
 * Reads a body to its end. Throws `too-large` at the cap or the ratio, `timeout` on silence or a trickle, `incomplete` when
 * it stops early, `bad-response` when it cannot be unpacked. Sizes count after unpacking, at every layer.
 */
export async function readBody(answer: Answer, reading: Reading): Promise<Uint8Array> {
  const { response } = answer;
  const { limits, subject, host } = reading;
  const encodings = encodingsOf(response, reading);
  const announced = Number(response.headers['content-length'] ?? 0);
  if (encodings.length === 0 && announced > limits.maxBytes) throw refuseLarge(reading);

  let slow: AppError | undefined;
  const stop = (problem: string): void => {
    slow ??= tooSlow(subject, host, problem);
    response.destroy(slow);
  };
  const silence = setTimeout(() => stop(`${host} stopped sending.`), limits.silenceMs);
  let lastWindow = 0;
  const meter = createMeter(reading, () => silence.refresh());
  const rate = setInterval(() => {
    if ((meter.received() - lastWindow) * 1000 < limits.minBytesPerSecond * limits.rateWindowMs)
      stop(`${host} sends too slowly to be waited for.`);
    lastWindow = meter.received();
  }, limits.rateWindowMs);

  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  try {
    const unpacking = encodings.flatMap((encoding) => [unpack(encoding), createCap(reading, meter.received)]);
    const capped = unpacking.length === 0 ? [createCap(reading, meter.received)] : unpacking;
    await pipeline([response, meter.stream, ...capped, sink], { signal: reading.signal });
    if (!response.complete) throw cutShort(subject, host);
    reading.onProgress(meter.received());
    return Buffer.concat(chunks);
  } catch (failure) {
    if (reading.signal.aborted) throw failure;
    // Servers that pack by rule also say so of the nothing that they send with a 204.
    if (response.complete && meter.received() === 0) return new Uint8Array(0);
    throw slow ?? explain(answer.lateFailure() ?? failure, reading);
  } finally {
    clearTimeout(silence);
    clearInterval(rate);
  }
}

function explain(failure: unknown, { subject, host }: Reading): AppError {
  if (failure instanceof AppError) return failure;
  const code = codeOf(failure);
  if (code.startsWith('HPE_'))
    return malformed(subject, `${host} broke off with an answer that no browser would understand.`, failure);
  // zlib's name for a packed body that ends in the middle.
  if (code === 'Z_BUF_ERROR' || code === 'ERR_STREAM_PREMATURE_CLOSE' || !/^(Z_|ERR_)/.test(code))
    return cutShort(subject, host, failure);
  return malformed(subject, `What ${host} sent could not be unpacked.`, failure);
}

/** Encodings to undo, last one applied first. */
function encodingsOf(response: IncomingMessage, { limits, subject, host }: Reading): string[] {
  const named = (response.headers['content-encoding'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const encodings = named.filter((name) => name !== '' && name !== 'identity').reverse();
  if (encodings.length > limits.maxEncodings) {
    throw malformed(subject, `${host} packed its answer ${encodings.length} times over.`);
  }
  const unknown = encodings.find((name) => !UNPACKERS.has(name));
  if (unknown !== undefined)
    throw malformed(subject, `${host} packed its answer in a way nobody asked for (${unknown.slice(0, 20)}).`);
  return encodings;
}

const UNPACKERS = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
  ['deflate', createAnyInflate],
]);

function unpack(encoding: string): Duplex {
  const create = UNPACKERS.get(encoding);
  if (create === undefined) throw new Error(`no unpacker for ${encoding}`);
  return create();
}

/** `deflate` means the zlib format (RFC 9110, 8.4.1.2), but servers also send it bare; the first byte tells. */
function createAnyInflate(): Duplex {
  let inner: Transform | undefined;
  const outer: Transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (inner === undefined) {
        inner = ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
        inner.on('data', (piece: Buffer) => outer.push(piece));
        inner.on('error', (failure) => outer.destroy(failure));
      }
      inner.write(chunk, () => done());
    },
    flush(done) {
      if (inner === undefined) return done();
      inner.once('end', () => done());
      inner.end();
    },
    destroy(failure, done) {
      inner?.destroy();
      done(failure);
    },
  });
  return outer;
}

function createMeter(
  reading: Reading,
  onBytes: () => void,
): { readonly stream: Transform; readonly received: () => number } {
  let received = 0;
  let told = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      onBytes();
      if (received - told >= PROGRESS_STEP) {
        told = received;
        reading.onProgress(received);
      }
      done(null, chunk);
    },
  });
  return { stream, received: () => received };
}

function createCap(reading: Reading, received: () => number): Transform {
  const { limits } = reading;
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      const isBomb = size > limits.ratioFreeBytes && size > received() * limits.maxRatio;
      if (size > limits.maxBytes || isBomb) done(refuseLarge(reading));
      else done(null, chunk);
    },
  });
}

function refuseLarge({ limits, subject, host }: Reading): AppError {
  const mib = Math.max(1, Math.round(limits.maxBytes / (1024 * 1024)));
  return tooLarge(subject, `What ${host} sends is larger than the ${mib} MB that a ${subject} may have.`);
}
