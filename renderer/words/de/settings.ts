import type { settings as english } from '../en/settings.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const settings: Translation<typeof english> = {
  reading: 'Lesen',
  saving: 'Speichern',
  language: 'Sprache',
  languageLabel: 'Sprache der Oberfläche',
  languageSystem: 'Wie das System',
  readOnly: {
    disk: 'Der Datenträger dieser Bibliothek lässt sich nur lesen. Was hier geändert wird, gilt für dieses Fenster, bis es geschlossen wird.',
    other:
      'Ein anderes Layover hat diese Bibliothek geöffnet. Was hier geändert wird, gilt für dieses Fenster, bis es geschlossen wird.',
  },
  keepComments: 'Kommentare aufheben',
  keepCommentsHint: 'Kommentare von Lesern werden mit den Artikeln gespeichert, eingeklappt unter ihnen.',
  watched: 'Beobachteter Ordner',
  watchedNone: 'Keiner',
  watchedChoose: 'Auswählen …',
  watchedChange: 'Ändern …',
  watchedStop: 'Nicht mehr beobachten',
  watchedHint:
    'Seiten, Bücher, PDFs und Texte, die in diesen Ordner gelegt werden, werden von selbst gespeichert. Die Dateien bleiben, wie sie sind.',
  browser: 'Aus einem Browser',
  door: 'Browser auf diesem Computer dürfen Seiten übergeben',
  doorHint:
    'Für die Erweiterung von Layover und das Lesezeichen unten. Von außerhalb dieses Computers wird nichts eingelassen.',
  doorFailed:
    'Der Zugang konnte nicht geöffnet werden. Vielleicht benutzt ihn ein anderes Programm; Schließen und erneutes Öffnen kann helfen.',
  doorUnknown: 'Ob die Tür offen ist, war nicht herauszufinden',
  doorCode: 'Code für die Erweiterung',
  doorCodeHint: 'Er gehört in die Einstellungen der Erweiterung. Schließen und erneutes Öffnen ergibt einen neuen.',
  bookmarklet: 'Lesezeichen',
  bookmarkletHint:
    'Im Browser ein Lesezeichen anlegen und dies als Adresse einfügen. Es speichert die gezeigte Seite, wie sie zu sehen ist.',
  library: 'Bibliothek',
  folder: 'Ordner',
  reveal: 'Im Dateimanager zeigen',
  contents: 'Inhalt',
  articles: '{count, plural, one {# Artikel} other {# Artikel}}, {size}',
  unreadable: 'Nicht zu lesen',
  unreadableHint: 'Diese bleiben auf der Festplatte genau so, wie sie sind.',
  failed: 'Die Angaben zur Bibliothek konnten nicht gelesen werden',
  shortcuts: 'Tasten',
  version: 'Layover {version}',
};
