// What a person does about the library's health: looked through, mended, told in a text; failures of the window itself are handed to the log.
import { create } from 'zustand';
import { ERROR_CODES, toErrorReport } from '#contract/errors.ts';
import type { HealthWork } from '#contract/health.ts';
import { call } from '../app/client.ts';
import { say } from '../app/toasts.ts';
import { failureText } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';

/** What was begun here and is not over; `failure` is why the last did not come to its end. */
export const useHealthWork = create<{ readonly work: HealthWork | null; readonly failure: string | null }>()(() => ({
  work: null,
  failure: null,
}));

/** Looks through the library, or mends it; nothing while that is under way. */
export async function lookThrough(work: HealthWork): Promise<void> {
  if (useHealthWork.getState().work !== null) return;
  useHealthWork.setState({ work, failure: null });
  try {
    await call(work === 'check' ? 'health.check' : 'health.repair');
  } catch (failure) {
    useHealthWork.setState({ failure: failureText(toErrorReport(failure)) });
  } finally {
    useHealthWork.setState({ work: null });
  }
}

/** Lets the person choose where the log is written, and says that it is. Throws as `call`. */
export async function saveLog(): Promise<void> {
  const file = await call('diagnostics.saveLog');
  if (file !== null) say({ text: words.health.logSaved({ file }) });
}

/** Copies the text that is shown, and nothing else. Throws as `call`. */
export async function copyDiagnostics(text: string): Promise<void> {
  const html = document.createElement('pre');
  html.textContent = text;
  await call('text.copy', { text, html: html.outerHTML });
  say({ text: words.health.copied });
}

/** What failures of a kind are called. */
export function kindOf(code: string): string {
  const known = ERROR_CODES.find((each) => each === code);
  return known === undefined ? words.health.bug : words.health.kinds[known];
}

/** Hands what breaks in the window to the log, which decides what of it is written; call once. */
export function watchWindow(): void {
  const tell = (failure: unknown): void => {
    const { name, message, stack = '' } = failure instanceof Error ? failure : new Error(String(failure));
    const told = { name: name.slice(0, 100), message: message.slice(0, 10_000), stack: stack.slice(0, 50_000) };
    // Whoever cannot even be told of it cannot be told of that.
    call('window.failed', told).catch(() => undefined);
  };
  window.addEventListener('error', ({ error }) => tell(error));
  window.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
