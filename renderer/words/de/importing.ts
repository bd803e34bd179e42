import type { importing as english } from '../en/importing.ts';
import type { Translation } from '../message.ts';
import { programNames } from '../programNames.ts';

/** See the English. */
export const importing: Translation<typeof english> = {
  title: 'Importieren',
  close: 'Schließen',
  readOnly: {
    disk: 'Der Datenträger dieser Bibliothek lässt sich nur lesen, deshalb kann hier nichts importiert werden. Es geht, sobald er beschreibbar ist oder die Bibliothek auf einem anderen liegt.',
    other:
      'Ein anderes Layover hat diese Bibliothek geöffnet, deshalb kann hier nichts importiert werden. Es geht dort, oder hier, sobald jenes geschlossen ist.',
  },
  lead: 'Gebraucht wird die Datei, die das andere Programm als Export geschrieben hat, oder eine Sicherung oder Bibliothek von Layover. Nichts wird gespeichert, bevor zu sehen war, was darin ist.',
  services:
    'Pocket, Instapaper, Omnivore, wallabag, Readwise, Raindrop, Readeck, GoodLinks, Karakeep, Linkwarden, Pinboard, Matter, mymind, OneTab, Lesezeichen jedes Browsers, OPML, Listen von Adressen, Ordner mit gespeicherten Seiten.',
  chooseFiles: 'Dateien auswählen …',
  chooseFolder: 'Ordner auswählen …',
  paste: 'Oder eine Liste von Adressen einfügen',
  lookAtPasted: 'Ansehen, was darin ist',
  looking: 'Wird angesehen …',
  preview: 'Was darin ist',
  understood: 'Erkannt als {formats}.',
  understoodFile: '{name}, erkannt als {formats}.',
  fresh: '{count, plural, =0 {Nichts, was nicht schon hier ist} one {# neuer Artikel} other {# neue Artikel}}',
  withBody:
    '{count, plural, one {Von # liegt der Text in der Datei; er bleibt erhalten, auch wenn es die Seite nicht mehr gibt} other {Von # liegt der Text in der Datei; sie bleiben erhalten, auch wenn es die Seiten nicht mehr gibt}}',
  toFetch:
    '{count, plural, one {# Seite wird von ihrer Website geholt} other {# Seiten werden von ihren Websites geholt}}',
  here: '{count, plural, one {# ist schon hier oder unterwegs; was neu daran ist, kommt hinzu} other {# sind schon hier oder unterwegs; was neu daran ist, kommt hinzu}}',
  repeated: '{count, plural, one {# steht zweimal darin} other {# stehen mehrmals darin}}',
  span: 'Aufgehoben von {oldest} bis {newest}; die Daten bleiben',
  tags: '{count, plural, one {# Schlagwort oder Ordner} other {# Schlagwörter und Ordner}}',
  highlights: '{count, plural, one {# Markierung} other {# Markierungen}}',
  follow: '{count, plural, one {Dem Feed folgen, der darin steht} other {Den # Feeds folgen, die darin stehen}}',
  skipped: {
    'no-address': '{count, plural, one {# ohne Adresse und Text} other {# ohne Adresse und Text}}, ausgelassen',
    'bad-address':
      '{count, plural, one {# mit einer Adresse, die keine des Webs ist} other {# mit Adressen, die keine des Webs sind}}, ausgelassen',
    'not-saved': '{count, plural, one {#, das dort gelöscht war} other {#, die dort gelöscht waren}}, ausgelassen',
    'a-feed': '{count, plural, one {#, das mit einem Feed kam} other {#, die mit Feeds kamen}}, ausgelassen',
    unreadable: '{count, plural, one {# beschädigte Zeile} other {# beschädigte Zeilen}}, ausgelassen',
    'too-large': '{count, plural, one {# zu große Zeile} other {# zu große Zeilen}}, ausgelassen',
    empty: '{count, plural, one {# leere Zeile} other {# leere Zeilen}}, ausgelassen',
  },
  skips: {
    'no-address': 'Diese Zeile hat weder eine Adresse noch einen Text.',
    'bad-address': 'Ihre Adresse ist keine aus dem Web.',
    'not-saved': 'Dort wurde sie nicht behalten: Sie wurde gelöscht oder kam nur vorbei.',
    'a-feed': 'Sie ist ein Feed oder kam mit einem; Feeds folgt man, gespeichert werden sie nicht.',
    unreadable: 'Diese Zeile ist beschädigt und war nicht zu lesen.',
    'too-large': 'Diese Zeile ist größer, als ein Artikel sein darf.',
    empty: 'Diese Zeile ist leer.',
  },
  unknown: '{count, plural, one {Eine unbekannte Datei: {names}} other {Unbekannte Dateien: {names}}}',
  start: '{count, plural, one {# Artikel importieren} other {# Artikel importieren}}',
  startNone: 'Neues davon übernehmen',
  startFollowing: '{count, plural, one {# Feed folgen} other {# Feeds folgen}}',
  library:
    '{name}: {count, plural, =0 {eine Layover-Bibliothek ohne Artikel} one {eine Layover-Bibliothek mit # Artikel} other {eine Layover-Bibliothek mit # Artikeln}}.',
  libraryHint:
    'Sie wird mit dem verbunden, was hier ist: nichts geht verloren, und von zwei Fassungen eines Artikels bleiben beide.',
  libraryAmong: 'Eine Layover-Bibliothek ist dabei; verbinden lässt sie sich, wenn nur ihre Datei gewählt wird',
  join: 'Mit dieser Bibliothek verbinden',
  another: 'Andere auswählen',
  list: 'Importe',
  pasted: 'Eingefügte Adressen',
  states: {
    running: '{done, number} von {total, number} Zeilen',
    done: 'Fertig: {total, plural, one {# Zeile} other {# Zeilen}}',
    cancelled: 'Abgebrochen nach {done, number} von {total, number} Zeilen. Was gekommen ist, bleibt.',
    failed:
      'Angehalten nach {done, number} von {total, number} Zeilen. Was gekommen ist, bleibt; wird die Datei noch einmal gewählt, geht es weiter.',
  },
  outcomes: {
    kept: '{count, plural, one {# mit Text aufgehoben} other {# mit Text aufgehoben}}',
    queued: '{count, plural, one {# unterwegs} other {# unterwegs}}',
    merged: '{count, plural, one {# zusammengeführt} other {# zusammengeführt}}',
    unchanged: '{count, plural, one {# wie zuvor} other {# wie zuvor}}',
    skipped: '{count, plural, one {# ausgelassen} other {# ausgelassen}}',
    failed: '{count, plural, one {# gescheitert} other {# gescheitert}}',
  },
  followed: '{count, plural, one {# Feed wird ab jetzt verfolgt} other {# Feeds werden ab jetzt verfolgt}}',
  followedToast: '{count, plural, one {# Feed wird ab jetzt verfolgt.} other {# Feeds werden ab jetzt verfolgt.}}',
  cancel: 'Abbrechen',
  report: 'Bericht speichern …',
  forget: 'Von der Liste nehmen',
  written: 'Geschrieben: {file}',
  doneToast:
    '{count, plural, =0 {Der Import ist fertig; nichts war neu.} one {Der Import ist fertig: # Artikel.} other {Der Import ist fertig: # Artikel.}}',
  stopped: 'Der Import wurde angehalten. {reason}',
  formats: {
    ...programNames,
    bookmarks: 'Lesezeichen',
    firefox: 'Firefox-Lesezeichen',
    chrome: 'Chrome-Lesezeichen',
    safari: 'Leseliste von Safari',
    addresses: 'Liste von Adressen',
    'saved-pages': 'gespeicherte Seiten',
  },
};
