// Names for what the window makes. Random, since two windows may make something at the same time.

/** 24 characters of `0-9a-f`: 96 random bits. Works in documents of any origin, where `crypto.randomUUID` wants a secure one. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
