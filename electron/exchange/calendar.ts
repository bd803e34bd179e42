// Posts as events of whole days, for any calendar: RFC 5545, section 3. Written here, because the libraries that do it take thirty seconds
// for a hundred thousand events, in one piece.
import { createHash } from 'node:crypto';
import type { TimelinePost } from '#contract/post.ts';
import type { TimelineExport } from './exportTimeline.ts';

const EVENTS_A_PIECE = 500;

/** The calendar; posts that are not known to the day are no events. The same post has the same UID in every export. */
export function* toCalendar({ axis, posts, exported }: TimelineExport): Generator<string, void> {
  const stamp = `${exported.slice(0, 19).replace(/[-:]/g, '')}Z`;
  yield lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Layover//Timeline//EN', 'X-WR-CALNAME:Layover']);
  for (let begin = 0; begin < posts.length; begin += EVENTS_A_PIECE) {
    yield posts
      .slice(begin, begin + EVENTS_A_PIECE)
      .map((post) => event(post, post[axis], stamp))
      .join('');
  }
  yield lines(['END:VCALENDAR']);
}

function event(post: TimelinePost, date: string | null, stamp: string): string {
  if (date?.length !== 10) return '';
  const { title, url, site, kind, added, updated, published } = post;
  const dates = Object.entries({ added, updated, published }).flatMap(([name, day]) =>
    day === null ? [] : [`${name} ${day}`],
  );
  const said = [site, ...dates].filter((part) => part !== '').join('\n');
  const name = createHash('sha256')
    .update(url ?? `${title}\n${date}`)
    .digest('hex')
    .slice(0, 32);
  return lines([
    'BEGIN:VEVENT',
    `UID:${name}@layover`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    ...(said === '' ? [] : [`DESCRIPTION:${escaped(said)}`]),
    // An address is no text of the calendar's; what would end its line cannot stand in one.
    ...(url === null || /[\r\n]/.test(url) ? [] : [`URL:${url}`]),
    `CATEGORIES:${kind.toUpperCase()}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
}

/** Section 3.3.11: what separates in a calendar stands behind a backslash; control characters have no place in it. */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\;,]/g, String.raw`\$&`)
      .replaceAll('\n', String.raw`\n`)
  );
}

/** Section 3.1: no line is longer than 75 octets; what goes on stands behind a blank. */
function lines(all: readonly string[]): string {
  return all.map((line) => `${fold(line)}\r\n`).join('');
}

function fold(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  let folded = '';
  let length = 0;
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter);
    if (length + bytes > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += letter;
    length += bytes;
  }
  return folded;
}
