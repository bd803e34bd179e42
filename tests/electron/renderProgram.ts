// A program for Electron that holds nothing but the page renderer, so that a test can give it limits of its own.
import { app } from 'electron';
import { AppError } from '#contract/errors.ts';
import { lockContents, lookUpNoNames } from '../../electron/shell/lockdown.ts';
import { createPageRenderer, type RenderLimits } from '../../electron/shell/renderPage.ts';

/** What a test can ask of the program; it finds it as `rendering` among its globals. */
export interface Rendering {
  /** Answers the rendered page as MHTML without its soft line breaks, or the code of the failure. Its host may be a private one. */
  readonly render: (
    address: string,
    limits: RenderLimits,
  ) => Promise<{ readonly text: string } | { readonly code: string }>;
}

const rendering: Rendering = {
  async render(address, limits) {
    await app.whenReady();
    const { signal } = new AbortController();
    try {
      const { bytes } = await createPageRenderer(limits)(address, { privateHost: new URL(address).hostname, signal });
      return { text: Buffer.from(bytes).toString('latin1').replaceAll('=\r\n', '') };
    } catch (failure) {
      if (failure instanceof AppError) return { code: failure.code };
      throw failure;
    }
  },
};

app.on('window-all-closed', () => undefined);
lockContents();
lookUpNoNames();
Object.assign(globalThis, { rendering });
