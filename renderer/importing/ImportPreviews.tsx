// What is in what was chosen, before anything is written: in another program's export, or in a library of Layover's own; and how to go on.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ImportPreview, LibraryPreview } from '#contract/imports.ts';
import { attempt } from '../app/articleActions.ts';
import { formatRow, formatInstant } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { joinLibrary, putAside, startImport } from './importing.ts';

/** Draws it for an export of another program. */
export function ExportPreview({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const { name, formats, fresh, here, feeds } = preview;
  // Whoever brings a file of feeds has it for following them; elsewhere they are only named.
  const [follows, setFollows] = useState(feeds > 0 && formats.some(({ format }) => format === 'opml'));
  const known = formatRow(formats.map(({ format }) => words.importing.formats[format]));
  const articles = fresh + here;
  return (
    <PreviewRegion>
      <p className="import-lead">
        {name === ''
          ? words.importing.understood({ formats: known })
          : words.importing.understoodFile({ name, formats: known })}
      </p>
      <ul className="import-facts">
        {linesOf(preview).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {feeds > 0 && (
        <label className="import-follow">
          <input type="checkbox" checked={follows} onChange={() => setFollows(!follows)} />
          <span>{words.importing.follow({ count: feeds })}</span>
        </label>
      )}
      <Actions
        label={articles === 0 && follows ? words.importing.startFollowing({ count: feeds }) : startLabel(fresh)}
        isPossible={articles > 0 || follows}
        start={() => startImport(preview, follows)}
      />
    </PreviewRegion>
  );
}

/** Draws it for a library of Layover's own. */
export function OwnLibraryPreview({ preview }: { readonly preview: LibraryPreview }): ReactNode {
  const { name, articles, fresh } = preview;
  return (
    <PreviewRegion>
      <p className="import-lead">{words.importing.library({ name, count: articles })}</p>
      <ul className="import-facts">
        <li>{words.importing.fresh({ count: fresh })}</li>
        {articles > fresh && <li>{words.importing.here({ count: articles - fresh })}</li>}
      </ul>
      <p className="import-hint">{words.importing.libraryHint}</p>
      <Actions label={words.importing.join} isPossible={articles > 0} start={() => joinLibrary(preview)} />
    </PreviewRegion>
  );
}

function PreviewRegion({ children }: { readonly children: ReactNode }): ReactNode {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    // What was pressed to get here is gone, and with it the focus, which the way out by key needs.
    if (document.activeElement === document.body) region.current?.focus();
  }, []);
  return (
    <section ref={region} className="import-preview" tabIndex={-1} aria-label={words.importing.preview}>
      {children}
    </section>
  );
}

interface ActionsProps {
  readonly label: string;
  readonly isPossible: boolean;
  readonly start: () => Promise<void>;
}

function Actions({ label, isPossible, start }: ActionsProps): ReactNode {
  const [isStarting, setIsStarting] = useState(false);
  return (
    <div className="import-actions">
      <button
        type="button"
        className="button button-signal"
        disabled={isStarting || !isPossible}
        onClick={() => {
          setIsStarting(true);
          attempt(start().finally(() => setIsStarting(false)));
        }}
      >
        {label}
      </button>
      <button type="button" className="button" disabled={isStarting} onClick={putAside}>
        {words.importing.another}
      </button>
    </div>
  );
}

function startLabel(fresh: number): string {
  return fresh === 0 ? words.importing.startNone : words.importing.start({ count: fresh });
}

/** What is in it, the good first, and nothing that is not. */
function linesOf(preview: ImportPreview): readonly string[] {
  const { rows, fresh, withBody, here, repeated, skipped, unknown, formats, tags, highlights, oldest, newest } =
    preview;
  const lines: (string | false)[] = [
    rows > 0 && words.importing.fresh({ count: fresh }),
    withBody > 0 && words.importing.withBody({ count: withBody }),
    fresh > withBody && words.importing.toFetch({ count: fresh - withBody }),
    here > 0 && words.importing.here({ count: here }),
    repeated > 0 && words.importing.repeated({ count: repeated }),
    oldest !== null &&
      newest !== null &&
      words.importing.span({ oldest: formatInstant(oldest), newest: formatInstant(newest) }),
    tags > 0 && words.importing.tags({ count: tags }),
    highlights > 0 && words.importing.highlights({ count: highlights }),
    ...Object.entries(skipped).map(([skip, count]) =>
      isSkip(skip) ? words.importing.skipped[skip]({ count }) : false,
    ),
    formats.some(({ format }) => format === 'layover') && words.importing.libraryAmong,
    unknown.length > 0 && words.importing.unknown({ count: unknown.length, names: formatRow(unknown) }),
  ];
  return lines.filter((line) => line !== false);
}

function isSkip(name: string): name is keyof ImportPreview['skipped'] {
  return Object.hasOwn(words.importing.skipped, name);
}
