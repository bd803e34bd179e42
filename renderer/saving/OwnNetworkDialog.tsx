// The one question before a machine in the person's own network is asked for what they typed.
import type { ReactNode } from 'react';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { useOwnNetwork } from './ownNetwork.ts';
import './ProposalDialog.css';

/** Draws the dialog while something is asked; closing it is a no. */
export function OwnNetworkDialog(): ReactNode {
  const question = useOwnNetwork(({ questions }) => questions[0]);
  const host = question?.host ?? '';
  return (
    <SheetDialog
      isOpen={question !== undefined}
      part="proposal"
      title={words.ownNetwork.title}
      close={() => question?.answer(false)}
      isQuestion
      isFirm
    >
      <p className="proposal-list" dir="ltr">
        {host}
      </p>
      <p>{words.ownNetwork.lead}</p>
      <p className="settings-hint">{words.ownNetwork.kept}</p>
      <div className="proposal-actions">
        <button type="button" className="button" onClick={() => question?.answer(false)}>
          {words.ownNetwork.no}
        </button>
        <button type="button" className="button button-signal" onClick={() => question?.answer(true)}>
          {words.ownNetwork.yes}
        </button>
      </div>
    </SheetDialog>
  );
}
