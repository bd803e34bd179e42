// The table of mentions as the bytes of one file and back. It is derived, so whatever is not exactly as it was written is answered as if it
// were not there.
import * as v from 'valibot';
import { checksum } from '#contract/checksum.ts';
import { MENTION_BYTES, mentionsOver, copyMentions, copySlots, SLOT_BYTES, slotsOver } from './mentionRows.ts';
import { packMentions, type Mentions } from './mentionTable.ts';

const VERSION = 1;
const MAGIC = 0x4c41_5954;
// Sum, magic number, version, length of the header.
const LEAD = 16;

const header = v.object({ slots: v.number(), rows: v.number(), textBytes: v.number(), sites: v.array(v.string()) });

/** The bytes of a table, without what is gone from it. */
export function writeMentions(mentions: Mentions): Uint8Array {
  const packed = packMentions(mentions);
  const { rowCount, slotCount, textBytes, sites } = packed;
  const head = new TextEncoder().encode(JSON.stringify({ slots: slotCount, rows: rowCount, textBytes, sites }));
  const places = layOut(head.length, slotCount, rowCount, textBytes);
  const buffer = new ArrayBuffer(places.end);
  const bytes = new Uint8Array(buffer);
  bytes.set(head, LEAD);
  copySlots(packed.slots, slotCount, slotsOver(buffer, places.slots, slotCount));
  copyMentions(packed.rows, 0, rowCount, mentionsOver(buffer, places.rows, rowCount), 0);
  bytes.set(packed.text, places.text);
  const words = new Uint32Array(buffer);
  words.set([0, MAGIC, VERSION, head.length]);
  words[0] = checksum(bytes, 4, bytes.length);
  return bytes;
}

/** The table of a file's bytes; `undefined` for bytes that were not written by `writeMentions`. */
export function readMentions(file: Uint8Array): Mentions | undefined {
  if (file.byteLength < LEAD || file.byteLength % 8 !== 0) return undefined;
  const isWhole = file.byteOffset === 0 && file.buffer.byteLength === file.byteLength;
  const { buffer } = isWhole ? file : new Uint8Array(file);
  if (!(buffer instanceof ArrayBuffer)) return undefined;
  const bytes = new Uint8Array(buffer);
  const [sum, magic, version, headLength = 0] = new Uint32Array(buffer, 0, 4);
  if (magic !== MAGIC || version !== VERSION || sum !== checksum(bytes, 4, bytes.length)) return undefined;
  const head = v.parse(header, JSON.parse(new TextDecoder().decode(bytes.subarray(LEAD, LEAD + headLength))));
  const places = layOut(headLength, head.slots, head.rows, head.textBytes);
  return {
    slots: slotsOver(buffer, places.slots, head.slots),
    rows: mentionsOver(buffer, places.rows, head.rows),
    slotCount: head.slots,
    rowCount: head.rows,
    text: bytes.subarray(places.text, places.text + head.textBytes),
    textBytes: head.textBytes,
    sites: head.sites,
  };
}

function layOut(head: number, slots: number, rows: number, textBytes: number) {
  const slotsAt = upTo8(LEAD + head);
  const rowsAt = upTo8(slotsAt + slots * SLOT_BYTES);
  const text = upTo8(rowsAt + rows * MENTION_BYTES);
  return { slots: slotsAt, rows: rowsAt, text, end: upTo8(text + textBytes) };
}

function upTo8(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
