import type { keys as english } from '../en/keys.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const keys: Translation<typeof english> = {
  ctrl: 'Strg',
  shift: 'Umschalt',
  alt: 'Alt',
  space: 'Leertaste',
  escape: 'Esc',
  delete: 'Entf',
  enter: 'Eingabe',
  backspace: 'Rücktaste',
  pageUp: 'Bild auf',
  pageDown: 'Bild ab',
  home: 'Pos1',
  end: 'Ende',
  search: 'Befehl oder Taste finden',
  nothing: 'Kein Befehl hat „{query}“ im Namen oder in den Tasten. Vielleicht hilft ein anderes Wort.',
  none: 'Keine Taste',
  change: 'Ändern',
  changeOf: 'Ändern der Taste von: {command}',
  press: 'Taste drücken …',
  pressOf: 'Taste drücken … Sie gilt dann für: {command}. Esc behält die bisherige, die Rücktaste lässt keine.',
  hint: '„Ändern“ wählen und die neue Taste drücken. Esc behält die bisherige, die Rücktaste lässt keine.',
  reset: 'Zurücksetzen',
  resetOf: 'Zurücksetzen der Taste von: {command}',
  resetAll: 'Alle Tasten zurücksetzen',
  conflict: 'Auch die Taste von: {commands}',
  conflicts:
    '{count, plural, one {# Befehl teilt eine Taste mit einem anderen; nur einer der beiden bekommt sie.} other {# Befehle teilen eine Taste mit einem anderen; nur einer der beiden bekommt sie.}}',
  noConflicts: 'Keine Taste ist doppelt belegt.',
  reserved: '{key} wird zum Bewegen, Kopieren oder Schließen gebraucht und kann nicht vergeben werden.',
  now: '{command} hat jetzt die Taste {key}.',
  nowNone: '{command} hat jetzt keine Taste.',
};
