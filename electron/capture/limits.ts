// How long and how much a fetch may take. All of it is data, so that a test can make a minute last a moment.

/** Limits of one fetch, redirects included. Times in milliseconds, sizes in bytes after unpacking. */
export interface FetchLimits {
  /** Looking up the name, connecting and the TLS handshake, over all addresses of the host. */
  readonly connectMs: number;
  /** From the request sent until the answer's headers are complete. */
  readonly firstByteMs: number;
  /** Between two pieces of the body. */
  readonly silenceMs: number;
  /** Fewer bytes a second than this, over a whole `rateWindowMs`, end the fetch. */
  readonly minBytesPerSecond: number;
  readonly rateWindowMs: number;
  readonly totalMs: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Unpacked to packed, once more than `ratioFreeBytes` came out. */
  readonly maxRatio: number;
  readonly ratioFreeBytes: number;
  readonly maxEncodings: number;
}

/** Limits of all the pictures of an article together. */
export interface ImageLimits {
  readonly maxImages: number;
  readonly maxTotalBytes: number;
  readonly maxSvgBytes: number;
  readonly maxPixels: number;
  readonly maxSide: number;
  readonly perHost: number;
  readonly atOnce: number;
  readonly totalMs: number;
  readonly each: FetchLimits;
}

const MIB = 1024 * 1024;

/** What a page may take. */
export const PAGE_LIMITS: FetchLimits = {
  connectMs: 10_000,
  firstByteMs: 15_000,
  silenceMs: 20_000,
  minBytesPerSecond: 1000,
  rateWindowMs: 20_000,
  totalMs: 60_000,
  maxBytes: 32 * MIB,
  maxRedirects: 10,
  // The figures of expat's protection against amplification.
  maxRatio: 100,
  ratioFreeBytes: 8 * MIB,
  maxEncodings: 2,
};

/** What an article's pictures may take; `each` is for one of them. */
export const IMAGE_LIMITS: ImageLimits = {
  maxImages: 1000,
  maxTotalBytes: 200 * MIB,
  // An SVG is parsed here, between two frames of the window, so it may not be as long as a photograph.
  maxSvgBytes: 4 * MIB,
  maxPixels: 40_000_000,
  maxSide: 16_384,
  perHost: 6,
  // With the largest pictures allowed, as many as these fill the memory.
  atOnce: 12,
  totalMs: 120_000,
  each: { ...PAGE_LIMITS, maxBytes: 20 * MIB },
};
