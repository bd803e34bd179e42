// A link of the article that leads to nothing saved: its address, and what can be done about it. Nothing is fetched by pressing it.
import { useRef, type ReactNode } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { openInBrowser, saveAddress } from '../app/articleActions.ts';
import { BrowserIcon, KeepIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './LinkPopover.css';

/** A link that was pressed and where it stands in the window, in CSS pixels. */
export interface PressedLink {
  readonly href: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the popover is about. */
export interface LinkPopoverProps {
  readonly pressed: PressedLink;
  readonly close: () => void;
}

/** Draws the popover at the link. */
export function LinkPopover({ pressed, close }: LinkPopoverProps): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  const { href, x, y, width, height } = pressed;
  const act = (action: (url: string) => void): void => {
    action(href);
    close();
  };
  return (
    <>
      <span
        ref={anchor}
        className="link-anchor"
        aria-hidden
        style={{ insetInlineStart: x, insetBlockStart: y, inlineSize: width, blockSize: height }}
      />
      <Popover
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        className="popover"
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
      >
        <Dialog className="link-dialog">
          <Heading slot="title" className="link-title">
            {words.reader.linkTitle}
          </Heading>
          <p className="link-address">{href}</p>
          <div className="link-actions">
            <button type="button" className="button button-small button-signal" onClick={() => act(saveAddress)}>
              <KeepIcon size={15} aria-hidden />
              {words.reader.saveLater}
            </button>
            <button type="button" className="button button-small" onClick={() => act(openInBrowser)}>
              <BrowserIcon size={15} aria-hidden />
              {words.actions.browser}
            </button>
          </div>
        </Dialog>
      </Popover>
    </>
  );
}
