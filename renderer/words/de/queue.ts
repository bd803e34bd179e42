import type { queue as english } from '../en/queue.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const queue: Translation<typeof english> = {
  started: 'Angefangen',
  next: 'Ungelesen',
  summary: '{count, plural, one {# Artikel} other {# Artikel}} · {minutes} Lesezeit',
  emptyTitle: 'Alles gelesen',
  empty: 'Es wartet nichts. Gelesenes bleibt in der Bibliothek.',
};
