// What could not be changed of many articles, each with its reason.
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { failureText } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';

/** Draws the list while it is open. */
export function FailuresDialog(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'failures');
  const failures = useOverlays((state) => state.failures);
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeOverlay();
      }}
    >
      <Modal className="sheet tags-sheet">
        <Dialog className="tags-dialog">
          <Heading slot="title">{words.shelves.failuresTitle}</Heading>
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
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
