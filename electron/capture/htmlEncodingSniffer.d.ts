// The package brings no types; this is the part of it that is used.
declare module 'html-encoding-sniffer' {
  /** Names the encoding by byte order mark, then label, then `<meta>` in the first 1,024 bytes, then the default (HTML Standard, 13.2.3.2). */
  export default function sniffHTMLEncoding(
    bytes: Uint8Array,
    options?: { readonly transportLayerEncodingLabel?: string; readonly defaultEncoding?: string },
  ): string;
}
