import type { exporting as english } from '../en/exporting.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const exporting: Translation<typeof english> = {
  command: 'Exportieren …',
  commandArticle: 'Artikel exportieren …',
  commandBackup: 'Ganze Bibliothek in eine Datei sichern …',
  commandRestore: 'Aus Sicherung oder exportierter Bibliothek wiederherstellen …',
  title: 'Exportieren',
  what: 'Was',
  whats: {
    library: '{count, plural, one {Die ganze Bibliothek: # Artikel} other {Die ganze Bibliothek: # Artikel}}',
    shown: '{count, plural, one {Was gerade angezeigt wird: # Artikel} other {Was gerade angezeigt wird: # Artikel}}',
    selection: '{count, plural, one {Die Auswahl: # Artikel} other {Die Auswahl: # Artikel}}',
    article: 'Dieser Artikel: {title}',
  },
  form: 'Format',
  forms: {
    epub: 'EPUB-Buch',
    markdown: 'Markdown-Notizen',
    html: 'HTML-Seiten',
    pdf: 'PDF-Dateien',
    json: 'JSON, vollständig',
    csv: 'CSV-Tabelle',
    bookmarks: 'Lesezeichen',
    opml: 'OPML-Gliederung',
  },
  hints: {
    epub: 'Für E-Reader: mit Bildern, Inhaltsverzeichnis und Links zwischen den Artikeln.',
    markdown: 'Für Obsidian und andere Notizen: eine Datei je Artikel, die Angaben davor, die Bilder daneben.',
    html: 'Für jeden Browser: eine Datei je Artikel, die sonst nichts braucht.',
    pdf: 'Zum Drucken und Weitergeben: eine Datei je Artikel.',
    json: 'Alles, mit Bildern und Markierungen. Layover kann es ohne Verlust wiederherstellen.',
    csv: 'Für Tabellenprogramme: eine Zeile je Artikel, ohne den Text.',
    bookmarks: 'Für Browser: Adressen, Daten und Schlagwörter.',
    opml: 'Für Gliederungsprogramme: eine Liste von Links.',
  },
  options: 'Optionen',
  hasHighlights: 'Mit Markierungen und Notizen',
  hasRelated: 'Mit den Listen verwandter Beiträge',
  isZipped: 'Alle Dateien in einem ZIP-Archiv statt in einem Ordner',
  go: 'Ort wählen und exportieren',
  cancel: 'Abbrechen',
  empty: 'Es gibt noch keinen Artikel zum Exportieren. Zuerst muss einer gespeichert werden.',
  running: {
    export:
      '{total, plural, =0 {Wird exportiert …} one {Wird exportiert: {done, number} von # Artikel} other {Wird exportiert: {done, number} von # Artikeln}}',
    backup:
      '{total, plural, =0 {Wird gesichert …} one {Wird gesichert: {done, number} von # Artikel} other {Wird gesichert: {done, number} von # Artikeln}}',
    restore:
      '{total, plural, =0 {Wird wiederhergestellt: bisher {done, number}} one {Wird wiederhergestellt: {done, number} von # Artikel} other {Wird wiederhergestellt: {done, number} von # Artikeln}}',
    move: '{total, plural, =0 {Es wird gezählt, was zu verschieben ist …} one {Wird kopiert und zurückgelesen: {done, number} von # Datei} other {Wird kopiert und zurückgelesen: {done, number} von # Dateien}}',
  },
  verifying: 'Die Sicherung wird zur Kontrolle zurückgelesen: {done, number} von {total, number}',
  done: {
    export: '{added, plural, one {Geschrieben: {name}, mit # Artikel.} other {Geschrieben: {name}, mit # Artikeln.}}',
    backup:
      '{added, plural, one {Gesichert und zurückgelesen: {name}, mit # Artikel.} other {Gesichert und zurückgelesen: {name}, mit # Artikeln.}}',
    restore:
      'Wiederhergestellt aus {name}: {added, plural, =0 {kein Artikel ist neu} one {# Artikel ist neu} other {# Artikel sind neu}}, {merged, plural, =0 {keiner der vorhandenen musste geändert werden} one {# vorhandener hat etwas übernommen} other {# vorhandene haben etwas übernommen}}.',
    move: 'Die Kopie in {name} ist vollständig und wurde zurückgelesen. Layover startet jetzt neu mit der Bibliothek dort.',
  },
  cancelled: {
    export: 'Der Export wurde abgebrochen. Es wurde nichts geschrieben.',
    backup: 'Die Sicherung wurde abgebrochen. Es wurde nichts geschrieben, ältere Sicherungen sind unverändert.',
    restore: 'Die Wiederherstellung wurde abgebrochen. Was bis dahin zurück war, bleibt.',
    move: 'Das Verschieben wurde abgebrochen. Die Bibliothek liegt, wo sie lag, und anderswo blieb nichts zurück.',
  },
  failed: {
    export: 'Der Export ist fehlgeschlagen. {reason}',
    backup: 'Die Sicherung ist fehlgeschlagen. {reason}',
    restore: 'Die Wiederherstellung kam nicht bis zum Ende. {reason}',
    move: 'Die Bibliothek wurde nicht verschoben. {reason}',
  },
  leftOut:
    '{count, plural, one {# Artikel konnte nicht gelesen werden und fehlt:} other {# Artikel konnten nicht gelesen werden und fehlen:}}',
  leftOutMore: '{count, plural, one {und # weiterer} other {und # weitere}}',
  files: {
    saved: 'Gespeichert am {date}',
    savedWith: 'Gespeichert am {date} mit Layover',
    related: 'Verwandte Beiträge',
    highlights: 'Markierungen und Notizen',
    contents: 'Inhalt',
    landmarks: 'Wegmarken',
    cover: 'Titelbild',
    begin: 'Zum Text',
    articles: 'Artikel: {count}',
    unreadable: 'Dieser Artikel konnte nicht gelesen werden. {reason}',
  },
  reveal: 'Im Ordner zeigen',
  again: 'Weiterer Export',
  backups: 'Sicherungen',
  backupsHint:
    'Eine Sicherung ist eine Datei mit allem: Artikel mit Bildern, andere Fassungen, Markierungen und Einstellungen. Fertig heißt sie erst, wenn sie zurückgelesen wurde. Wiederherstellen fügt hinzu und führt zusammen; nichts, was hier ist, geht verloren.',
  write: 'In eine Datei sichern …',
  restore: 'Wiederherstellen …',
  readOnly: {
    disk: 'Der Datenträger dieser Bibliothek lässt sich nur lesen. Deshalb kann nichts in sie wiederhergestellt werden, und es werden keine Sicherungen von selbst gemacht.',
    other:
      'Ein anderes Layover hat diese Bibliothek geöffnet. Deshalb kann hier nichts in sie wiederhergestellt werden, und es werden keine Sicherungen von selbst gemacht.',
  },
  folder: 'Automatische Sicherungen',
  noFolder: 'Kein Ordner gewählt',
  chooseFolder: 'Ordner wählen …',
  changeFolder: 'Ändern …',
  stop: 'Beenden',
  every: 'Wie oft',
  intervals: { never: 'Nie', day: 'Jeden Tag', week: 'Jede Woche' },
  kept: 'Wie viele aufgehoben werden',
  now: 'Jetzt sichern',
  state:
    '{count, plural, =0 {Es gibt noch keine Sicherung.} one {Es gibt # Sicherung, zuletzt gemacht am {last}.} other {Es gibt # Sicherungen, die letzte vom {last}.}}',
  next: 'Die nächste ist am {next} fällig.',
  autoFailed: 'Die letzte Sicherung ist fehlgeschlagen. {reason}',
};
