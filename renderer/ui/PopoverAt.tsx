// A place in the window in; a popover beside it out, as for what stands in the article's own document, where no button of the window is.
import { useRef, type ReactNode } from 'react';
import { Popover, type PopoverProps } from 'react-aria-components';
import './PopoverAt.css';

/** Where something stands in the window, in CSS pixels from its top left corner, in every language. */
export interface PlaceInWindow {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is beside which place. */
export interface PopoverAtProps {
  readonly place: PlaceInWindow;
  readonly placement: NonNullable<PopoverProps['placement']>;
  /** Of its own, beside that of all popovers. */
  readonly className?: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** Draws the popover, which is open as long as it is drawn. */
export function PopoverAt({ place, placement, className = '', close, children }: PopoverAtProps): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        className="popover-anchor"
        aria-hidden
        // From the left in every language, as the window's places are.
        style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
      />
      <Popover
        isOpen
        triggerRef={anchor}
        placement={placement}
        className={`popover ${className}`}
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
      >
        {children}
      </Popover>
    </>
  );
}
