// How far an export, a backup or a restore is, with the way out; and when it is over what came of it, and what was left out.
import type { ReactNode } from 'react';
import type { LibraryJob } from '#contract/libraryExport.ts';
import { toldOr } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';
import { cancelJob, endOf, revealJob } from './exportJob.ts';
import './exchange.css';

const SHOWN = 20;

/** Draws it. */
export function JobView({ job }: { readonly job: LibraryJob }): ReactNode {
  if (job.state === 'running') return <Running job={job} />;
  const isWritten = job.state === 'done' && (job.kind === 'export' || job.kind === 'backup');
  return (
    <div className="job-view" data-state={job.state}>
      <p role="status">{endOf(job)}</p>
      {job.leftOutCount > 0 && <LeftOutList job={job} />}
      {isWritten && (
        <button type="button" className="button button-small" onClick={() => revealJob(job)}>
          {words.exporting.reveal}
        </button>
      )}
    </div>
  );
}

function Running({ job }: { readonly job: LibraryJob }): ReactNode {
  const { kind, done, total, isVerifying } = job;
  const text = isVerifying
    ? words.exporting.verifying({ done, total })
    : words.exporting.running[kind]({ done, total });
  return (
    <div className="job-view">
      <p role="status">{text}</p>
      <progress aria-label={text} {...(total === 0 ? {} : { max: total, value: done })} />
      <button type="button" className="button button-small" onClick={() => cancelJob(job)}>
        {words.exporting.cancel}
      </button>
    </div>
  );
}

function LeftOutList({ job: { leftOut, leftOutCount } }: { readonly job: LibraryJob }): ReactNode {
  const shown = leftOut.slice(0, SHOWN);
  return (
    <>
      <p>{words.exporting.leftOut({ count: leftOutCount })}</p>
      <ul className="job-left-out">
        {shown.map(({ title, reason }, at) => (
          // Titles may be the same, and the list does not change.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <strong dir="auto">{title}</strong> {toldOr(reason, words.failures.unreadable)}
          </li>
        ))}
        {leftOutCount > shown.length && <li>{words.exporting.leftOutMore({ count: leftOutCount - shown.length })}</li>}
      </ul>
    </>
  );
}
