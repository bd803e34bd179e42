// The bridge: one call and one stream of events. It knows no names; the table of routes on the trusted side is the allow-list.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#contract/calls.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('layover:call', name, input),
  dropped: (file) => {
    const path = pathOf(file);
    return path === '' ? Promise.resolve(null) : ipcRenderer.invoke('layover:dropped', path);
  },
  on: (listener) => {
    const forward = (_event: unknown, name: string, payload: unknown): void => listener(name, payload);
    ipcRenderer.on('layover:event', forward);
    return () => void ipcRenderer.removeListener('layover:event', forward);
  },
};

/** Where the system says that the file lies; empty for one that a script made. */
function pathOf(file: File): string {
  // Electron before 29 tells it on the file itself.
  const utilities: typeof webUtils | undefined = webUtils;
  if (utilities !== undefined) return utilities.getPathForFile(file);
  const path: unknown = Reflect.get(file, 'path');
  return typeof path === 'string' ? path : '';
}

contextBridge.exposeInMainWorld('layover', bridge);
