import type { rules as english } from '../en/rules.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const rules: Translation<typeof english> = {
  title: 'Regeln',
  lead: 'Was beim Speichern mit jedem Artikel von selbst geschieht, etwa dass er ein Schlagwort bekommt.',
  none: 'Noch keine Regeln.',
  add: 'Regel hinzufügen',
  name: 'Name',
  newName: 'Neue Regel',
  when: 'Wenn ein Artikel dies erfüllt',
  whenHint: 'Filter wie site:example.org, lang:de, words:>3000 oder kind:video.',
  tags: 'diese Schlagwörter geben',
  tagsHint: 'Durch Kommas getrennt.',
  star: 'einen Stern geben',
  archive: 'archivieren',
  markRead: 'als gelesen markieren',
  isOn: 'Eingeschaltet: {name}',
  apply: 'Auf schon Gespeichertes anwenden',
  applied: '{count, plural, one {Die Regel hat # Artikel geändert.} other {Die Regel hat # Artikel geändert.}}',
  up: 'Nach oben: {name}',
  remove: 'Entfernen: {name}',
  removed: 'Die Regel „{name}“ wurde entfernt. Artikel bleiben, wie sie sind.',
  noActions: 'Es fehlt, was geschehen soll: ein Schlagwort geben oder eines der anderen wählen.',
};
