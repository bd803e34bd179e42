// What could not be changed of many articles, each with its reason.
import type { ReactNode } from 'react';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { failureText } from '../ui/failureText.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';

/** Draws the list while it is open. */
export function FailuresDialog(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'failures');
  const failures = useOverlays((state) => state.failures);
  return (
    <SheetDialog isOpen={isOpen} part="tags" title={words.shelves.failuresTitle} close={closeOverlay}>
      <p>{words.shelves.failuresLead}</p>
      <dl className="failures-list">
        {failures.map(({ id, title, error }, at) => (
          <div key={id ?? at}>
            <dt>{title ?? words.shelves.unknownArticle}</dt>
            <dd>{failureText(error)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button tags-close" onClick={closeOverlay}>
        {words.close}
      </button>
    </SheetDialog>
  );
}
