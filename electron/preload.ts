// The bridge: one call and one stream of events. It knows no names; the table of routes on the trusted side is the allow-list.
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '#contract/calls.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('layover:call', name, input),
  on: (listener) => {
    const forward = (_event: unknown, name: string, payload: unknown): void => listener(name, payload);
    ipcRenderer.on('layover:event', forward);
    return () => void ipcRenderer.removeListener('layover:event', forward);
  },
};

contextBridge.exposeInMainWorld('layover', bridge);
