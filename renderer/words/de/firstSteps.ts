import type { firstSteps as english } from '../en/firstSteps.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const firstSteps: Translation<typeof english> = {
  command: 'Die ersten Schritte zeigen',
  count: 'Schritt {step, number} von {total, number}',
  skipAll: 'Alles überspringen',
  back: 'Zurück',
  next: 'Weiter',
  skip: 'Diesen Schritt überspringen',
  done: 'Fertig',
  titles: {
    library: 'Wo Ihre Bibliothek liegt',
    bring: 'Mitbringen, was anderswo liegt',
    save: 'Wie gespeichert wird',
  },
  libraryLead:
    'Alles, was Sie speichern, liegt in einem Ordner auf diesem Computer, als einfache Dateien. Es gibt kein Konto, und nichts davon verlässt diesen Computer.',
  folder: 'Ordner',
  room: 'Platz',
  free: '{size} frei auf diesem Datenträger',
  freeUnknown: 'Das System sagt nicht, wie viel frei ist.',
  reveal: 'In der Dateiverwaltung zeigen',
  folderFailed: 'Wo die Bibliothek liegt, war nicht herauszufinden',
  later:
    'Sie lässt sich jederzeit in einen anderen Ordner oder auf einen anderen Datenträger verlegen, in den Einstellungen unter „Bibliothek“.',
  readOnly:
    'An dieser Bibliothek lässt sich nichts ändern, deshalb kann hier jetzt nichts mitgebracht oder gespeichert werden.',
  bringLead:
    'Nehmen Sie die Datei, die ein anderes Programm als seinen Export geschrieben hat, oder die Lesezeichen eines Browsers. Sie sehen, was darin ist, bevor etwas gespeichert wird.',
  reads: 'Layover liest',
  chooseFiles: 'Dateien wählen …',
  chooseFolder: 'Ordner wählen …',
  brought: '{count, plural, one {# Import steht unter „Importieren“.} other {# Importe stehen unter „Importieren“.}}',
  saveLead: 'Was gerade am nächsten liegt, jetzt oder später.',
  address: 'Eine Adresse einfügen',
  addressHint: 'Überall {keys} drücken oder ins Fenster einfügen.',
  addressHintPlain: 'Oder irgendwo ins Fenster einfügen.',
  addressTry: 'Einfügen …',
  drop: 'Auf das Fenster ziehen',
  dropHint: 'Dateien, Links und Textstücke, irgendwohin.',
  dropTry: 'Dateien wählen …',
  browser: 'Aus dem Browser',
  browserHint: 'Mit der Erweiterung, oder ohne sie mit einem Lesezeichen.',
  browserTry: 'Einrichten …',
  watched: 'Aus einem Ordner',
  watchedHint: 'Was hineingelegt wird, wird von selbst gespeichert.',
  watchedOn: 'Beobachtet wird {folder}',
  watchedTry: 'Ordner wählen …',
  feeds: 'Von einer Website, der Sie folgen',
  feedsHint: 'Neue Beiträge kommen von selbst, solange es ein Netz gibt.',
  feedsTry: 'Website folgen …',
  sample: 'Nichts zur Hand?',
  sampleHint: 'Ein Beispiel zeigt die Zeitleiste und lässt sich zurücknehmen.',
  sampleTry: 'Mit einem Beispiel umsehen',
  sampleAdded: 'Ein Beispiel zum Umsehen ist hinzugefügt.',
};
