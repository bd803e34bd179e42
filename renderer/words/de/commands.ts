import type { commands as english } from '../en/commands.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const commands: Translation<typeof english> = {
  palette: 'Artikel, Orte und Befehle finden',
  save: 'Seite, Text oder Datei speichern …',
  chooseFiles: 'Dateien zum Speichern auswählen …',
  import: 'Aus einem anderen Programm importieren …',
  openPage: 'Seite öffnen, anmelden und Angezeigtes speichern …',
  saves: 'Speichervorgänge und Ausgangskorb anzeigen',
  pause: 'Speichern anhalten oder fortsetzen',
  search: 'Bibliothek durchsuchen',
  goTo: {
    queue: 'Zur Leseliste',
    timeline: 'Zur Zeitleiste',
    library: 'Zur Bibliothek',
    settings: 'Zu den Einstellungen',
  },
  axis: {
    added: 'Zeitleiste ordnen: nach Hinzufügen',
    updated: 'Zeitleiste ordnen: nach Aktualisierung',
    published: 'Zeitleiste ordnen: nach Veröffentlichung',
    saved: 'Zeitleiste ordnen: nach Speichern',
  },
  close: 'Artikel schließen',
  read: 'Als gelesen oder ungelesen markieren',
  archive: 'Archivieren oder aus dem Archiv nehmen',
  remove: 'Artikel entfernen',
  original: 'Original im Browser öffnen',
  showInTimeline: 'Verwandte Beiträge in der Zeitleiste zeigen',
  related: 'Verwandte Beiträge ein- oder ausblenden',
  larger: 'Größerer Text',
  smaller: 'Kleinerer Text',
  nextHit: 'Nächste Fundstelle',
  previousHit: 'Vorige Fundstelle',
  closeHits: 'Fundstellen ausblenden',
  savePost: 'Beitrag oder ausgewählte Beiträge speichern',
  jump: 'In der Zeitleiste zu einem Datum springen',
  filter: 'Zeitleiste eingrenzen',
  older: { day: 'Zum älteren Tag mit Beiträgen', month: 'Zum älteren Monat mit Beiträgen' },
  newer: { day: 'Zum neueren Tag mit Beiträgen', month: 'Zum neueren Monat mit Beiträgen' },
  unselect: 'Auswahl der Beiträge aufheben',
};
