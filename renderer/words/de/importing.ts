import type { importing as english } from '../en/importing.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const importing: Translation<typeof english> = {
  title: 'Importieren',
  close: 'Schließen',
  readOnly:
    'Ein anderes Layover hat diese Bibliothek geöffnet, deshalb kann hier nichts importiert werden. Importieren Sie dort, oder schließen Sie es zuerst.',
  lead: 'Wählen Sie die Datei, die das andere Programm als Export geschrieben hat. Nichts wird gespeichert, bevor Sie gesehen haben, was darin ist.',
  services:
    'Pocket, Instapaper, Omnivore, wallabag, Readwise, Raindrop, Readeck, GoodLinks, Karakeep, Linkwarden, Pinboard, Matter, mymind, OneTab, Lesezeichen jedes Browsers, OPML, Listen von Adressen, Ordner mit gespeicherten Seiten.',
  chooseFiles: 'Dateien auswählen …',
  chooseFolder: 'Ordner auswählen …',
  paste: 'Oder eine Liste von Adressen einfügen',
  lookAtPasted: 'Ansehen, was darin ist',
  looking: 'Wird angesehen …',
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
  feeds: '{count, plural, one {# Feed, dem Sie folgen können} other {# Feeds, denen Sie folgen können}}',
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
  unknown: '{count, plural, one {Eine unbekannte Datei: {names}} other {Unbekannte Dateien: {names}}}',
  start: '{count, plural, one {# Artikel importieren} other {# Artikel importieren}}',
  startNone: 'Neues davon übernehmen',
  another: 'Andere auswählen',
  list: 'Importe',
  pasted: 'Eingefügte Adressen',
  states: {
    running: '{done, number} von {total, number} Zeilen',
    done: 'Fertig: {total, plural, one {# Zeile} other {# Zeilen}}',
    cancelled: 'Abgebrochen nach {done, number} von {total, number} Zeilen. Was gekommen ist, bleibt.',
    failed:
      'Angehalten nach {done, number} von {total, number} Zeilen. Was gekommen ist, bleibt; wählen Sie die Datei noch einmal, um fortzufahren.',
  },
  outcomes:
    '{kept, number} mit ihrem Text aufgehoben, {queued, number} unterwegs, {merged, number} zusammengeführt, {unchanged, number} wie zuvor, {skipped, number} ausgelassen, {failed, number} gescheitert',
  cancel: 'Abbrechen',
  report: 'Bericht speichern …',
  forget: 'Von der Liste nehmen',
  written: 'Geschrieben: {file}',
  doneToast:
    '{count, plural, =0 {Der Import ist fertig; nichts war neu.} one {Der Import ist fertig: # Artikel.} other {Der Import ist fertig: # Artikel.}}',
  stopped: 'Der Import wurde angehalten. {reason}',
  formats: {
    layover: 'Layover',
    pocket: 'Pocket',
    instapaper: 'Instapaper',
    omnivore: 'Omnivore',
    wallabag: 'wallabag',
    readwise: 'Readwise Reader',
    raindrop: 'Raindrop',
    bookmarks: 'Lesezeichen',
    firefox: 'Firefox-Lesezeichen',
    chrome: 'Chrome-Lesezeichen',
    safari: 'Leseliste von Safari',
    readeck: 'Readeck',
    goodlinks: 'GoodLinks',
    karakeep: 'Karakeep',
    linkwarden: 'Linkwarden',
    pinboard: 'Pinboard',
    matter: 'Matter',
    mymind: 'mymind',
    onetab: 'OneTab',
    opml: 'OPML',
    addresses: 'Liste von Adressen',
    'saved-pages': 'gespeicherte Seiten',
  },
};
