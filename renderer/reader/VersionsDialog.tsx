// The copies of an article from different days, what is different between two of them, and which of them is read.
import { useState, type ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import type { ArticleVersion } from '#contract/versions.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatMoment } from '../ui/dates.ts';
import { CheckIcon, RemoveIcon } from '../ui/icons.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { ComparedText } from './ComparedText.tsx';
import './VersionsDialog.css';

/** Draws the dialog while it is open. */
export function VersionsDialog(): ReactNode {
  const { open, article } = useOverlays();
  return (
    <SheetDialog
      isOpen={open === 'versions' && article !== null}
      part="versions"
      title={words.versions.title}
      closeLabel={words.versions.close}
      close={closeOverlay}
    >
      {article !== null && <Versions id={article} />}
    </SheetDialog>
  );
}

function Versions({ id }: { readonly id: ArticleId }): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const [removed, setRemoved] = useState(0);
  const [chosen, setChosen] = useState<string>();
  const answer = useAnswer(`${id} ${revision} ${removed}`, () => call('article.versions', { id }));
  if (answer.state === 'waiting') return <Notice title={words.loading} />;
  if (answer.state === 'failed') return <FailureNotice title={words.versions.failed} {...answer} />;
  const versions = answer.value;
  const current = versions.find(({ isCurrent }) => isCurrent);
  const others = versions.filter(({ isCurrent }) => !isCurrent);
  const other = others.find(({ saved }) => saved === chosen) ?? others[0];
  if (current === undefined || other === undefined) return <p className="versions-only">{words.versions.only}</p>;
  const remove = (saved: string): void =>
    attempt(call('article.removeVersion', { id, saved }).then(() => setRemoved(removed + 1)));
  const [older, newer] = [current, other].toSorted((a, b) => (a.saved < b.saved ? -1 : 1));
  return (
    <div className="versions-body">
      <ul className="versions-list" aria-label={words.versions.list}>
        {versions.map((version) => (
          <li key={version.saved}>
            <VersionRow
              version={version}
              isNewer={version.saved > current.saved}
              isChosen={version.saved === other.saved}
              choose={() => setChosen(version.saved)}
              take={() => attempt(call('article.takeVersion', { id, saved: version.saved }))}
              remove={() => remove(version.saved)}
            />
          </li>
        ))}
      </ul>
      {older !== undefined && newer !== undefined && <ComparedText id={id} older={older} newer={newer} />}
    </div>
  );
}

interface VersionRowProps {
  readonly version: ArticleVersion;
  readonly isNewer: boolean;
  readonly isChosen: boolean;
  readonly choose: () => void;
  readonly take: () => void;
  readonly remove: () => void;
}

function VersionRow({ version, isNewer, isChosen, choose, take, remove }: VersionRowProps): ReactNode {
  const date = formatMoment(version.saved);
  const facts = factsOf(version);
  if (version.isCurrent) {
    return (
      <div className="version-row version-row-current">
        <p className="version-date">
          <CheckIcon size={14} aria-hidden />
          {date}
        </p>
        <p className="version-facts">
          {words.versions.current} · {facts}
        </p>
      </div>
    );
  }
  return (
    <div className="version-row" data-chosen={isChosen}>
      <button
        type="button"
        className="version-choose"
        aria-pressed={isChosen}
        title={words.versions.compare}
        onClick={choose}
      >
        <span className="version-date">{date}</span>
        <span className="version-facts">
          {isNewer && `${words.versions.newer} · `}
          {facts}
        </span>
      </button>
      <div className="version-actions">
        <button
          type="button"
          className="button button-small"
          aria-label={words.versions.of({ action: words.versions.take, date })}
          onClick={take}
        >
          {words.versions.take}
        </button>
        <button
          type="button"
          className="icon-button"
          title={words.versions.remove}
          aria-label={words.versions.of({ action: words.versions.remove, date })}
          onClick={remove}
        >
          <RemoveIcon size={15} aria-hidden />
        </button>
      </div>
    </div>
  );
}

function factsOf({ words: count, imagesStored, imagesFound }: ArticleVersion): string {
  return imagesFound === 0
    ? words.versions.factsOfText({ words: count })
    : words.versions.facts({ words: count, stored: imagesStored, found: imagesFound });
}
