// Logical lines of a conversation written down in; one speech after the other comes out. Other texts are refused.
import type { Block } from './blocks.ts';
import type { LogicalLine } from './logicalLines.ts';

const SPEECH =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*[-–]?\s*)?(\p{Lu}[\p{L}\d.'’-]*(?:\s(?:\p{Lu}[\p{L}\d.'’-]*|(?:of|de|van|von|del|der)\b)){0,4}(?:\s\([^)]{1,30}\))?)\s*:\s+(\S.*)$/u;
/** Words before a colon that name a matter, not a person. */
const NO_SPEAKER =
  /^(?:note|warning|update|source|title|date|example|tip|summary|abstract|photo|image|read next|related|question|answer|step \d+|ps|p\.s\.)$/i;
const FEWEST = 4;

/** The speeches of a transcript in order, or `null` when too few lines are speech for the text to be one. */
export function readTranscript(lines: readonly LogicalLine[]): readonly Block[] | null {
  const speakers = new Map<string, number>();
  let count = 0;
  for (const line of lines) {
    const speaker = speakerOf(line);
    if (speaker === null) continue;
    count++;
    speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1);
  }
  const returning = [...speakers.values()].filter((times) => times > 1).length;
  if (count < FEWEST || returning < 2 || count < lines.length * 0.3) return null;
  return lines.map((line) => {
    const match = speakerOf(line) === null ? null : SPEECH.exec(line.text);
    return match === null
      ? { block: 'paragraph', text: line.text }
      : { block: 'speech', speaker: match[1] ?? '', text: match[2] ?? '' };
  });
}

function speakerOf(line: LogicalLine): string | null {
  const speaker = line.quote > 0 ? undefined : SPEECH.exec(line.text)?.[1];
  return speaker === undefined || speaker.length > 48 || NO_SPEAKER.test(speaker) ? null : speaker;
}
