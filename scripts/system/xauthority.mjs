// In: a secret. Out: the bytes of an Xauthority file, which lets only its readers use a display.

const FAMILY_WILD = 0xffff;

/** @param {Buffer} bytes */
function counted(bytes) {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/**
 * One entry that holds for every host and display number, so that it can be written before the number is known. The
 * format is that of libXau: family, then address, number, name and data, each with its length before it.
 * @param {Buffer} cookie 16 random bytes
 */
export function xauthorityFile(cookie) {
  const family = Buffer.alloc(2);
  family.writeUInt16BE(FAMILY_WILD);
  const nothing = counted(Buffer.alloc(0));
  return Buffer.concat([family, nothing, nothing, counted(Buffer.from('MIT-MAGIC-COOKIE-1')), counted(cookie)]);
}
