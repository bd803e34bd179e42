import type { ShellWords } from '#contract/shellWords.ts';

/** See the English. */
export const shell: ShellWords = {
  saveFiles: 'Dateien in Layover speichern',
  fileKinds: 'Seiten, Bücher und Texte',
  allFiles: 'Alle Dateien',
  watchFolder: 'Zu beobachtenden Ordner auswählen',
  importFiles: 'Auswählen, was ein anderes Programm exportiert hat',
  writeFile: 'Ort für die Datei auswählen',
  exportFolder: 'Zielordner auswählen',
  libraryFolder: 'Ordner für die Bibliothek auswählen',
  restore: 'Sicherung oder exportierte Bibliothek auswählen',
  backupFiles: 'Sicherungen und exportierte Bibliotheken',
  addDictionary: 'Wörterbuch hinzufügen',
  dictionaryFiles: 'Wörterbücher',
  savePage: 'Diese Seite speichern',
  savePageInTitle: 'diese Seite speichern',
  savingPage: 'Wird gespeichert …',
  newSave: 'Neu speichern',
  openQueue: 'Leseliste öffnen',
  openNextTrip: 'Nächste Reise zeigen',
  notReadyTitle: '%name%: noch nicht alles bereit',
  notReadyBody: 'Bereit: %ready% von %items%. Solange es ein Netz gibt, lässt sich holen, was fehlt.',
  nextTrip: '%name% · Abreise %when% · %ready% von %items% bereit',
  language: 'de',
};
