// What is different between two copies of a text: added and cut paragraphs and words, with what did not change folded away.
import { useMemo, type ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import type { ArticleVersion, ComparedBlock } from '#contract/versions.ts';
import { call } from '../app/client.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatMoment, formatRow } from '../ui/dates.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';

/** What is compared. */
export interface ComparedTextProps {
  readonly id: ArticleId;
  readonly older: ArticleVersion;
  readonly newer: ArticleVersion;
}

type Line =
  | { readonly key: number; readonly block: ComparedBlock }
  | { readonly key: number; readonly skipped: number };

/** Draws the comparison. */
export function ComparedText({ id, older, newer }: ComparedTextProps): ReactNode {
  const answer = useAnswer(`${id} ${older.saved} ${newer.saved}`, () =>
    call('article.compare', { id, older: older.saved, newer: newer.saved }),
  );
  const blocks = answer.state === 'here' ? answer.value : undefined;
  const lines = useMemo(() => toLines(blocks ?? []), [blocks]);
  if (answer.state === 'failed') return <FailureNotice title={words.versions.notCompared} {...answer} />;
  if (blocks === undefined) return <Notice title={words.loading} />;
  const count = (change: ComparedBlock['change']): number => blocks.filter((block) => block.change === change).length;
  const counts = changesLine(count('added'), count('cut'), count('edited'));
  return (
    <section className="compared" aria-label={words.versions.compare}>
      <p className="compared-head">
        {words.versions.differences({ older: formatMoment(older.saved), newer: formatMoment(newer.saved) })}
        <br />
        {counts === '' ? words.versions.same : counts}
      </p>
      <VirtualList
        rows={lines}
        keyOf={({ key }) => String(key)}
        hasControl={() => false}
        label={words.versions.compare}
      >
        {(line) =>
          'skipped' in line ? (
            <p className="compared-skipped">{words.versions.skipped({ count: line.skipped })}</p>
          ) : (
            <Paragraph block={line.block} />
          )
        }
      </VirtualList>
    </section>
  );
}

/** How many paragraphs have changed and how; empty when none has. */
function changesLine(added: number, cut: number, edited: number): string {
  const { addedCount, cutCount, editedCount } = words.versions;
  return formatRow([
    ...(added > 0 ? [addedCount({ count: added })] : []),
    ...(cut > 0 ? [cutCount({ count: cut })] : []),
    ...(edited > 0 ? [editedCount({ count: edited })] : []),
  ]);
}

function Paragraph({ block: { change, pieces } }: { readonly block: ComparedBlock }): ReactNode {
  return (
    <p className={`compared-block compared-${change}`} dir="auto">
      {pieces.map(({ change: kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'added') return <ins key={key}>{text}</ins>;
        if (kind === 'cut') return <del key={key}>{text}</del>;
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}

/** Keeps one unchanged paragraph on either side of a change, so that its place is known. */
function toLines(blocks: readonly ComparedBlock[]): readonly Line[] {
  const lines: Line[] = [];
  let skipped = 0;
  for (const [key, block] of blocks.entries()) {
    const isNear = [blocks[key - 1], block, blocks[key + 1]].some(
      (each) => each !== undefined && each.change !== 'same',
    );
    if (!isNear) {
      skipped += 1;
      continue;
    }
    if (skipped > 0) lines.push({ key: -key, skipped });
    skipped = 0;
    lines.push({ key, block });
  }
  if (skipped > 0) lines.push({ key: -blocks.length, skipped });
  return lines;
}
