import type { updates as english } from '../en/updates.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const updates: Translation<typeof english> = {
  title: 'Neuere Versionen',
  hint: 'Ohne Auftrag wird nichts gefragt, geladen oder installiert, und auf einer Reise, oder während eine gepackt wird, gar nichts.',
  byItself: 'Einmal am Tag nachsehen, ob es ein neueres Layover gibt',
  look: 'Jetzt nachsehen',
  looking: 'Es wird nachgesehen …',
  none: 'Dies ist das neueste Layover.',
  offered: 'Layover {version} ist da.',
  offeredSize: 'Layover {version} ist da, {size}.',
  notes: 'Was darin neu ist',
  fetch: 'Laden',
  fetching: 'Layover {version} wird geladen: {percent} %',
  ready: 'Layover {version} wurde geladen und geprüft. Installiert wird es erst auf Wunsch.',
  install: 'Installieren und neu starten',
  meteredTitle: 'Dieses Netz zählt das Datenvolumen',
  meteredText:
    'Layover {version} wird hierüber nur auf ausdrücklichen Wunsch geladen. Auf ein anderes Netz zu warten, geht ebenso.',
  meteredKeep: 'Warten',
  meteredGo: 'Trotzdem laden',
};
