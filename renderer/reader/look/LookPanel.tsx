// The look of the text, over the article: every change is drawn at once, kept for all articles or, where the person says so, for this one.
import { useRef, type ReactNode } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { attempt } from '../../app/articleActions.ts';
import { useMirror } from '../../app/mirror.ts';
import { ThemeChoice, Toggle, TypeControls } from '../../settings/LookControls.tsx';
import { words } from '../../ui/words.ts';
import { changeLook, setOwnLook, useOwnLook } from './articleLook.ts';
import { downwards, joinLook } from './dress.ts';
import { closeLookPanel, useLookPanel } from './lookPanel.ts';
import { useOpenFrame, type OpenFrame } from '../frame/openFrame.ts';
import { canPart } from './wordParting.ts';
import './LookPanel.css';

/** Draws the panel while it is open and an article is drawn. */
export function LookPanel(): ReactNode {
  const isOpen = useLookPanel((panel) => panel.isOpen);
  const open = useOpenFrame((frame) => frame.open);
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="look-anchor" aria-hidden />
      {open !== undefined && (
        <Popover
          isOpen={isOpen}
          triggerRef={anchor}
          placement="bottom end"
          className="popover look-popover"
          onOpenChange={(stays) => {
            if (stays) return;
            closeLookPanel();
            open.frame.focus();
          }}
        >
          <Dialog className="look-dialog">
            <Heading slot="title" className="look-title">
              {words.looks.title}
            </Heading>
            <Look open={open} />
          </Dialog>
        </Popover>
      )}
    </>
  );
}

function Look({ open: { page, article } }: { readonly open: OpenFrame }): ReactNode {
  const own = useOwnLook(article);
  const settings = useMirror((mirror) => mirror.settings);
  const look = joinLook(settings, own);
  const change = (changed: Partial<typeof look>): void => changeLook(article, changed);
  return (
    <>
      <Toggle
        label={words.looks.ownOnly}
        isOn={own !== null}
        hint={own === null ? words.looks.allHint : words.looks.ownHint}
        turn={(isOwn) => attempt(setOwnLook(article, isOwn ? {} : null))}
      />
      {own !== null && (
        <button
          type="button"
          className="button button-small look-reset"
          onClick={() => attempt(setOwnLook(article, null))}
        >
          {words.looks.reset}
        </button>
      )}
      <ThemeChoice look={look} change={change} />
      <TypeControls look={look} change={change} canPart={canPart(page, article.lang ?? '')} />
      {downwards(article.lang) !== undefined && (
        <Toggle
          label={words.looks.vertical}
          isOn={look.vertical}
          hint={undefined}
          // How lines run belongs to an article, never to all.
          turn={(vertical) => attempt(setOwnLook(article, { ...own, vertical }))}
        />
      )}
    </>
  );
}
