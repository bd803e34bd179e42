// What was found of one article when it was opened without a network: counted, with the picture of its first screen, and why it was chosen.
import type { ReactNode } from 'react';
import type { BoardRow, CheckEvidence } from '#contract/trip.ts';
import { formatMoment, formatRow } from '../ui/dates.ts';
import { failureText } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';
import { reasonText } from './tripWords.ts';
import './Evidence.css';

/** Draws it as a row of the board. */
export function Evidence({ row }: { readonly row: BoardRow }): ReactNode {
  const { check, title, reasons } = row;
  const picture = check?.evidence?.picture ?? null;
  return (
    <div role="row" className="evidence">
      <div role="cell" aria-colspan={5} className="evidence-cell">
        {picture !== null && (
          <img className="evidence-picture" src={picture} alt={words.tripBoard.pictureAlt({ title })} />
        )}
        <div className="evidence-words">
          <p className="evidence-when">{whenText(row)}</p>
          {check?.problem != null && <p className="evidence-problem">{failureText(check.problem)}</p>}
          {check?.evidence != null && <Counted evidence={check.evidence} />}
          <section aria-label={words.tripBoard.reasonsLabel}>
            <p className="evidence-label" aria-hidden>
              {words.tripBoard.reasonsLabel}
            </p>
            <ul className="evidence-reasons">
              {reasons.map((reason) => (
                <li key={reason.because}>{reasonText(reason)}</li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </div>
  );
}

function whenText({ check }: BoardRow): string {
  if (check === null) return words.tripBoard.notChecked;
  const at = formatMoment(check.checked);
  return check.way === 'opened' ? words.tripBoard.provedAt({ at }) : words.tripBoard.filesAt({ at });
}

function Counted({ evidence }: { readonly evidence: CheckEvidence }): ReactNode {
  const { tripBoard } = words;
  const { failedFonts, missingGlyphs, damaged } = evidence;
  const lines = [
    tripBoard.words({ shown: evidence.wordsShown, all: evidence.words }),
    ...(evidence.pictures > 0 ? [tripBoard.pictures({ shown: evidence.picturesShown, all: evidence.pictures })] : []),
    ...(evidence.posters > 0 ? [tripBoard.posters({ shown: evidence.postersShown, all: evidence.posters })] : []),
    ...(failedFonts.length > 0 ? [tripBoard.fonts({ names: formatRow(failedFonts) })] : []),
    ...(missingGlyphs.length > 0 ? [tripBoard.glyphs({ glyphs: missingGlyphs.join(' ') })] : []),
    ...(damaged.length > 0 ? [tripBoard.damaged({ files: formatRow(damaged) })] : []),
  ];
  return (
    <ul className="evidence-counts" aria-label={tripBoard.evidenceLabel}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
