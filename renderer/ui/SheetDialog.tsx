// A dialog on a sheet over the window: its title, the way to close it, and what it is about.
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './IconButton.tsx';
import { CloseIcon } from './icons.ts';
import './SheetDialog.css';

/** What stands on the sheet. */
export interface SheetDialogProps {
  readonly isOpen: boolean;
  /** Begins the names of its classes: `part-sheet`, which gives its width, and `part-dialog`. */
  readonly part: string;
  readonly title: string;
  /** Names the cross that closes it; without one, what is on the sheet has a way out of its own. */
  readonly closeLabel?: string;
  readonly close: () => void;
  /** Asks something that should be answered: said to be an alert. */
  readonly isQuestion?: boolean;
  /** Stays when the window behind it is pressed. */
  readonly isFirm?: boolean;
  /** Between the title and the cross. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Draws the dialog while it is open; Escape and, unless it is firm, a press beside it close it. */
export function SheetDialog(props: SheetDialogProps): ReactNode {
  const { isOpen, part, title, closeLabel, close, isQuestion = false, isFirm = false, tools, children } = props;
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      isDismissable={!isFirm}
      onOpenChange={(stays) => {
        if (!stays) close();
      }}
    >
      <Modal className={`sheet ${part}-sheet`}>
        <Dialog className={`${part}-dialog`} role={isQuestion ? 'alertdialog' : 'dialog'}>
          {closeLabel === undefined ? (
            <Heading slot="title" className="sheet-question">
              {title}
            </Heading>
          ) : (
            <div className="sheet-head">
              <Heading slot="title" className="sheet-title">
                {title}
              </Heading>
              {tools}
              <IconButton label={closeLabel} run={close}>
                <CloseIcon size={18} aria-hidden />
              </IconButton>
            </div>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
