// What links of other programs ask to save, for the person to decide: any page of the web can fire such a link.
import { useEffect, type ReactNode } from 'react';
import { create } from 'zustand';
import { attempt, saveAddress } from '../app/articleActions.ts';
import { call, listen } from '../app/client.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import './ProposalDialog.css';

const useProposals = create<{ readonly addresses: readonly string[] }>()(() => ({ addresses: [] }));

async function fetchProposals(): Promise<void> {
  const more = await call('save.proposals');
  useProposals.setState(({ addresses }) => ({ addresses: [...new Set([...addresses, ...more])] }));
}

/** Draws the dialog while something is asked for. */
export function ProposalDialog(): ReactNode {
  const { addresses } = useProposals();
  useEffect(() => {
    attempt(fetchProposals());
    return listen((happening) => {
      if (happening.name === 'save.proposed') attempt(fetchProposals());
    });
  }, []);
  const close = (): void => useProposals.setState({ addresses: [] });
  return (
    <SheetDialog
      isOpen={addresses.length > 0}
      part="proposal"
      title={words.proposals.title}
      close={close}
      isQuestion
      isFirm
    >
      <p>{words.proposals.lead({ count: addresses.length })}</p>
      <ul className="proposal-list">
        {addresses.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
      <div className="proposal-actions">
        <button type="button" className="button" onClick={close}>
          {words.proposals.ignore}
        </button>
        <button
          type="button"
          className="button button-signal"
          onClick={() => {
            for (const address of addresses) saveAddress(address);
            close();
          }}
        >
          {words.proposals.save}
        </button>
      </div>
    </SheetDialog>
  );
}
