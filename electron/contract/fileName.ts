// A title as the name of a file that every system takes. Pure.

const MOST_LETTERS = 100;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as the name of a file that every system takes, without its ending. */
export function fileNameOf(title: string): string {
  const name = Array.from(title.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' '))
    .slice(0, MOST_LETTERS)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return name === '' || DEVICE.test(name) ? 'Article' : name;
}
