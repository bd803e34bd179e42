// A link of the article that leads to nothing saved: its address, and what can be done about it. Nothing is fetched by pressing it.
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components';
import { openInBrowser } from '../app/articleActions.ts';
import { openSaves } from '../app/overlays.ts';
import { useSaveOf } from '../timeline/useSaveOf.ts';
import { BrowserIcon, KeepIcon } from '../ui/icons.ts';
import { PopoverAt, type PlaceInWindow } from '../ui/PopoverAt.tsx';
import { words } from '../ui/words.ts';
import './LinkPopover.css';

/** A link that was pressed and where it stands. */
export interface PressedLink extends PlaceInWindow {
  readonly href: string;
  readonly link: Element;
}

/** What the popover is about. */
export interface LinkPopoverProps {
  readonly pressed: PressedLink;
  /** Puts its address into the outbox. */
  readonly keep: (address: string) => void;
  readonly close: () => void;
}

/** Draws the popover at the link. */
export function LinkPopover({ pressed, keep, close }: LinkPopoverProps): ReactNode {
  const { href } = pressed;
  const save = useSaveOf(href);
  const isWaiting = save === 'saving' || save === 'offline';
  const act = (action: (url: string) => void): void => {
    action(href);
    close();
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!isWaiting) act(keep);
  });
  useEffect(() => {
    // Before the window's own keys, of which one is the same.
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);
  return (
    <PopoverAt place={pressed} placement="bottom start" close={close}>
      <Dialog className="link-dialog">
        <Heading slot="title" className="link-title">
          {isWaiting ? words.reader.linkWaiting : words.reader.linkTitle}
        </Heading>
        <p className="link-address">{href}</p>
        <div className="link-actions">
          {isWaiting ? (
            <button type="button" className="button button-small" onClick={() => act(openSaves)}>
              {words.reader.showOutbox}
            </button>
          ) : (
            <button type="button" className="button button-small button-signal" onClick={() => act(keep)}>
              <KeepIcon size={15} aria-hidden />
              {words.reader.saveLater}
              <kbd>S</kbd>
            </button>
          )}
          <button type="button" className="button button-small" onClick={() => act(openInBrowser)}>
            <BrowserIcon size={15} aria-hidden />
            {words.actions.browser}
          </button>
        </div>
      </Dialog>
    </PopoverAt>
  );
}
