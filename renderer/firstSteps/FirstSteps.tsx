// Three calm steps for somebody who is here for the first time: where the library lies, what can be brought along, how to save. Each can be
// left out, and all of them at once.
import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useOverlays } from '../app/overlays.ts';
import { useImporting } from '../importing/importing.ts';
import { words } from '../ui/words.ts';
import { BringStep } from './BringStep.tsx';
import { endFirstSteps, STEPS, useFirstSteps, walk, type Step } from './firstSteps.ts';
import { LibraryStep } from './LibraryStep.tsx';
import { SaveStep } from './SaveStep.tsx';
import './FirstSteps.css';

const BODIES: Readonly<Record<Step, () => ReactNode>> = { library: LibraryStep, bring: BringStep, save: SaveStep };

/** Draws the steps while they are open; Escape skips all that are left. */
export function FirstSteps(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'firstSteps');
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(stays) => {
        if (!stays) endFirstSteps();
      }}
    >
      <Modal className="sheet first-steps-sheet">
        <Dialog className="first-steps-dialog">
          <OneStep />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function OneStep(): ReactNode {
  const step = useFirstSteps((state) => state.step);
  const hasBrought = useImporting(({ all }) => all.length > 0);
  const heading = useRef<HTMLHeadingElement>(null);
  const index = STEPS.indexOf(step);
  const isLast = index === STEPS.length - 1;
  const isSkipped = step === 'bring' && !hasBrought;
  const Body = BODIES[step];
  useEffect(() => heading.current?.focus(), [step]);
  return (
    <>
      <div className="first-steps-head">
        <ol className="first-steps-line" aria-hidden>
          {STEPS.map((each) => (
            <li key={each} data-here={each === step} />
          ))}
        </ol>
        <p className="first-steps-count" id="first-steps-count">
          {words.firstSteps.count({ step: index + 1, total: STEPS.length })}
        </p>
      </div>
      {/* It takes the focus with each step, so that it is read out with how far one is. */}
      <Heading
        slot="title"
        ref={heading}
        level={2}
        tabIndex={-1}
        className="first-steps-title"
        aria-describedby="first-steps-count"
      >
        {words.firstSteps.titles[step]}
      </Heading>
      <div className="first-steps-body">
        <Body />
      </div>
      <div className="first-steps-foot">
        {!isLast && (
          <button type="button" className="button button-plain first-steps-skip" onClick={endFirstSteps}>
            {words.firstSteps.skipAll}
          </button>
        )}
        {index > 0 && (
          <button type="button" className="button" onClick={() => walk(-1)}>
            {words.firstSteps.back}
          </button>
        )}
        <button type="button" className={isSkipped ? 'button' : 'button button-signal'} onClick={() => walk(1)}>
          {words.firstSteps[isLast ? 'done' : isSkipped ? 'skip' : 'next']}
        </button>
      </div>
    </>
  );
}
