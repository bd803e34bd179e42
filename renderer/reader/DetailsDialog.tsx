// How complete one article is, piece by piece, and the one action that fetches what is missing.
import { useEffect, useRef, type ReactNode } from 'react';
import type { Article, ArticleId } from '#contract/article.ts';
import { attempt, openInBrowser } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { closeOverlay, openVersions, useOverlays } from '../app/overlays.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatBytes, formatCount, formatInstant } from '../ui/dates.ts';
import { failureText, pictureFailureText } from '../ui/failureText.ts';
import { RetryIcon, UpdatedIcon } from '../ui/icons.ts';
import { missingPagesLine } from '../ui/missingPages.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import './DetailsDialog.css';

/** Draws the dialog while it is open. */
export function DetailsDialog(): ReactNode {
  const { open, article } = useOverlays();
  return (
    <SheetDialog
      isOpen={open === 'details' && article !== null}
      part="details"
      title={words.details.title}
      closeLabel={words.details.close}
      close={closeOverlay}
    >
      <div className="details-body">{article !== null && <Details id={article} />}</div>
    </SheetDialog>
  );
}

function Details({ id }: { readonly id: ArticleId }): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(`${id} ${revision}`, () => call('article.open', { id }));
  if (answer.state === 'waiting') return <Notice title={words.loading} />;
  if (answer.state === 'failed') return <FailureNotice title={words.reader.failed} {...answer} />;
  const { article } = answer.value;
  return (
    <>
      <p className="details-article" lang={article.lang ?? undefined} dir={article.dir}>
        {article.title}
      </p>
      <Facts article={article} />
      {article.note !== '' && (
        <section aria-label={words.details.note}>
          <h3 className="details-heading">{words.details.note}</h3>
          <p className="details-note" dir="auto">
            {article.note}
          </p>
        </section>
      )}
      <Missing article={article} />
      <button type="button" className="button details-versions" onClick={() => openVersions(article.id)}>
        <UpdatedIcon size={15} aria-hidden />
        {words.details.versions}
      </button>
    </>
  );
}

function Facts({ article }: { readonly article: Article }): ReactNode {
  const { report, furtherPages, comments, original } = article;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [words.details.text, words.details.words({ count: report.words })],
    [words.details.images, imagesLine(report)],
    ...(report.embeds === 0 ? [] : [[words.details.embeds, words.details.asLinks({ count: report.embeds })] as const]),
    ...(furtherPages.length === 0 ? [] : [[words.details.pages, formatCount(furtherPages.length + 1)] as const]),
    ...(comments === 0 ? [] : [[words.details.comments, formatCount(comments)] as const]),
    [words.details.size, formatBytes(report.sizeBytes)],
    [words.details.original, words.details.originalOf({ size: formatBytes(original.sizeBytes) })],
    ...(article.keptSince === null ? [] : [[words.details.keptSince, formatInstant(article.keptSince)] as const]),
    [words.details.saved, formatInstant(article.saved)],
  ];
  return (
    <dl className="details-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function imagesLine({ imagesStored, imagesFound }: Article['report']): string {
  return imagesFound === 0
    ? words.details.noImages
    : words.details.stored({ stored: imagesStored, found: imagesFound });
}

function Missing({ article }: { readonly article: Article }): ReactNode {
  const { missing, missingPages } = article.report;
  const isUnderWay = useMirror(({ saves }) =>
    saves.some(
      ({ label, progress }) => label === article.title && progress.state !== 'ready' && progress.state !== 'failed',
    ),
  );
  if (missing.length === 0 && missingPages === null) return <NothingMissing />;
  return (
    <section aria-label={words.details.missing}>
      <h3 className="details-heading">{words.details.missing}</h3>
      <ul className="details-missing">
        {missingPages !== null && (
          <Piece
            name={missingPagesLine(missingPages)}
            address={missingPages.url}
            reason={failureText({ code: missingPages.code, message: missingPages.reason })}
          />
        )}
        {missing.map((picture, index) => (
          <Piece
            key={`${index} ${picture.url}`}
            name={words.details.image}
            address={picture.url}
            reason={pictureFailureText(picture)}
          />
        ))}
      </ul>
      <button
        type="button"
        className="button button-signal"
        aria-disabled={isUnderWay}
        onClick={() => {
          if (!isUnderWay) attempt(call('article.repair', { id: article.id }));
        }}
      >
        <RetryIcon size={15} aria-hidden />
        {isUnderWay ? words.details.repairing : words.details.repair}
      </button>
    </section>
  );
}

/** Takes over the focus when the button that fetched the rest is gone, so that the keyboard stays in the dialog. */
function NothingMissing(): ReactNode {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) line.current?.focus();
  }, []);
  return (
    <p className="details-whole" ref={line} tabIndex={-1}>
      {words.details.whole}
    </p>
  );
}

interface PieceProps {
  readonly name: string;
  readonly address: string;
  readonly reason: string;
}

function Piece({ name, address, reason }: PieceProps): ReactNode {
  const isWeb = /^https?:/.test(address);
  return (
    <li>
      <span className="details-piece">{name}</span>
      {isWeb ? (
        <button type="button" className="details-address" dir="ltr" onClick={() => openInBrowser(address)}>
          {address}
        </button>
      ) : (
        <span className="details-address" dir="ltr">
          {address}
        </span>
      )}
      <span className="details-reason">{reason}</span>
    </li>
  );
}
