// Short messages that come and go. They tell what was done and how to take it back; they never carry what is not said elsewhere.
import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

/** One message. */
export interface Toast {
  readonly text: string;
  readonly tone?: 'failure';
  readonly action?: { readonly label: string; readonly run: () => void };
}

// Long enough to read two lines and reach the button by keyboard; React Aria stops the clock while it is hovered or focused.
const SHOWN_MS = 8000;

/** The messages waiting to be drawn by `Toasts`. */
export const toasts = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Shows a message, and answers by what it can be closed; a failure stays until it is closed. */
export function say(toast: Toast): string {
  return toasts.add(toast, toast.tone === 'failure' ? {} : { timeout: SHOWN_MS });
}

/** Takes a message away, if it is still there. */
export function closeToast(shown: string): void {
  toasts.close(shown);
}
