import type { trash as english } from '../en/trash.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const trash: Translation<typeof english> = {
  summary:
    '{count, plural, one {# Artikel} other {# Artikel}}. Was hier liegt, verschwindet {days, plural, one {# Tag} other {# Tage}} nach dem Entfernen endgültig.',
  emptyTitle: 'Der Papierkorb ist leer',
  empty: 'Entferntes bleibt 30 Tage hier und lässt sich so lange zurückholen.',
  label: 'Papierkorb',
  failed: 'Der Papierkorb konnte nicht gelesen werden',
  unreadable: 'Ein Artikel, der nicht zu lesen ist',
  removed: 'Entfernt: {date}',
  daysLeft: '{count, plural, =0 {Verschwindet beim nächsten Start} one {Noch # Tag} other {Noch # Tage}}',
  restore: 'Zurückholen',
  restored: '{count, plural, one {# Artikel wurde zurückgeholt.} other {# Artikel wurden zurückgeholt.}}',
  purge: 'Endgültig entfernen',
  purged: '{count, plural, one {# Artikel wurde endgültig entfernt.} other {# Artikel wurden endgültig entfernt.}}',
  emptyNow: 'Papierkorb leeren …',
  onTitle: '{action}: {title}',
  confirmTitle: 'Endgültig entfernen?',
  confirmOne: '„{title}“ verschwindet samt Bildern, Fassungen und Hervorhebungen und lässt sich nicht zurückholen.',
  confirmAll:
    '{count, plural, one {# Artikel verschwindet samt Bildern, Fassungen und Hervorhebungen und lässt sich nicht zurückholen.} other {# Artikel verschwinden samt Bildern, Fassungen und Hervorhebungen und lassen sich nicht zurückholen.}}',
  keep: 'Behalten',
};
