import type { pictureFailures as english } from '../en/pictureFailures.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const pictureFailures: Translation<typeof english> = {
  'bad-input': 'Die Seite nennt etwas, das keine Adresse eines Bildes ist.',
  'not-found': 'Dieses Bild kam mit dem Gespeicherten nicht mit.',
  network: 'Dieses Bild wurde nicht geladen. Fehlendes lässt sich nachladen, sobald es ein Netz gibt.',
  timeout: 'Die Website hat das Bild nicht rechtzeitig geschickt.',
  tls: 'Die Website konnte sich nicht ausweisen; deshalb wurde das Bild nicht von ihr geladen.',
  redirect: 'Die Website leitet ohne Ende von Adresse zu Adresse weiter.',
  portal: 'Das Netz verlangte erst eine Anmeldung; deshalb wurde das Bild nicht geladen.',
  'http-status': 'Die Website hat statt des Bildes einen Fehler geschickt.',
  gone: 'Laut der Website gibt es dieses Bild nicht mehr.',
  'sign-in': 'Die Website zeigt dieses Bild erst nach einer Anmeldung.',
  'bad-response': 'Was die Website statt des Bildes schickte, war nicht zu verstehen.',
  incomplete: 'Das Bild brach vor seinem Ende ab.',
  'too-large': 'Das Bild, oder alle zusammen, sind größer, als Layover annimmt.',
  unreadable: 'Was ankam, ist kein Bild, das sich zeigen lässt.',
  'no-content': 'Die Website hat statt des Bildes eine leere Datei geschickt.',
  disk: 'Die Datei des Bildes liegt nicht mehr auf der Festplatte oder ließ sich nicht schreiben.',
  locked: 'Die Bibliothek ließ sich da nur lesen.',
  cancelled: 'Das Laden dieses Bildes wurde abgebrochen.',
  internal: 'Beim Laden des Bildes ist in Layover etwas schiefgegangen.',
};
