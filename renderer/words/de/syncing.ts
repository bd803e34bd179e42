import type { syncing as english } from '../en/syncing.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const syncing: Translation<typeof english> = {
  found:
    '{count, plural, one {Ein anderer Computer hatte gleichzeitig # Sache geändert. Beides ist zusammengeführt, nichts ging verloren.} other {Ein anderer Computer hatte gleichzeitig # Sachen geändert. Alles ist zusammengeführt, nichts ging verloren.}}',
  show: 'Zeigen',
  title: 'Auf zwei Computern geändert',
  hint: 'Liegt eine Bibliothek in einem Ordner, der auf mehreren Computern gleich gehalten wird, können beide dasselbe ändern. Was sich zusammenführen ließ, ist zusammengeführt; jede zweite Kopie wird aufgehoben, wie sie kam.',
  kinds: {
    settings: 'Einstellungen',
    article: 'Artikel',
    content: 'Text eines Artikels',
    highlights: 'Markierungen',
    trip: 'Reise',
    feed: 'Abonnierter Feed',
    entries: 'Einträge eines Feeds',
    save: 'Speicherauftrag',
    other: 'Andere Datei',
  },
  merged: 'zusammengeführt am {date}',
  kept: 'aufgehoben am {date}, nichts zusammenzuführen',
  reveal: 'Kopien zeigen',
};
