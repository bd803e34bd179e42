// A word of the system's own about a trip; pressing it brings the window up.
import { Notification, type BrowserWindow } from 'electron';
import type { ShellWords } from '#contract/shellWords.ts';
import type { Reminder } from '../library/travelling/tripReminder.ts';

/** Shows it where the system shows such words. `words` has `%name%`, `%ready%` and `%items%` in it. */
export function showTripNotice(
  { name, ready, items }: Reminder,
  words: Pick<ShellWords, 'notReadyTitle' | 'notReadyBody'>,
  window: BrowserWindow,
): void {
  if (!Notification.isSupported()) return;
  const fill = (text: string): string =>
    text
      .replace('%name%', () => name)
      .replace('%ready%', String(ready))
      .replace('%items%', String(items));
  const notice = new Notification({ title: fill(words.notReadyTitle), body: fill(words.notReadyBody) });
  notice.on('click', () => {
    if (window.isDestroyed()) return;
    window.show();
    window.focus();
  });
  notice.show();
}
