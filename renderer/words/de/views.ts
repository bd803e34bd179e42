import type { views as english } from '../en/views.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const views: Translation<typeof english> = {
  label: 'Ansichten',
  save: 'Diese Ansicht speichern …',
  name: 'Name der Ansicht',
  keep: 'Speichern',
  none: 'Eine Ansicht ist eine Suche mit ihrer Ordnung, unter einem Namen aufgehoben. Erst suchen oder filtern, dann hier speichern.',
  what: '{query} · {order}',
  everything: 'Alles',
  added: 'Die Ansicht „{name}“ wurde gespeichert.',
  removed: 'Die Ansicht „{name}“ wurde vergessen. Ihre Artikel bleiben, wie sie sind.',
  rename: 'Umbenennen: {name}',
  remove: 'Vergessen: {name}',
  up: 'Nach oben: {name}',
  show: 'Ansicht: {name}',
  full: 'Mehr Ansichten kann eine Bibliothek nicht haben. Erst eine vergessen, dann eine weitere speichern.',
};
