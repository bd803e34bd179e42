// A text in; it is on the system's clipboard, plain and as HTML, out.
import * as electron from 'electron';

/** Puts a text on the clipboard; what is pasted into is free to take either form. */
export async function copyText(text: string, html: string): Promise<void> {
  const { clipboard } = electron;
  // Older Electrons have no items; there it takes the forms as they are.
  if ('ClipboardItem' in electron) {
    await clipboard.write([new electron.ClipboardItem({ 'text/plain': text, 'text/html': html })]);
    return;
  }
  const write: unknown = Reflect.get(clipboard, 'write');
  if (typeof write === 'function') Reflect.apply(write, clipboard, [{ text, html }]);
}
