import type { failures as english } from '../en/failures.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const failures: Translation<typeof english> = {
  'bad-input': 'Damit kann Layover nichts anfangen. Es wurde nichts geändert.',
  'not-found': 'Das ist nicht mehr in der Bibliothek.',
  network: 'Die Seite war nicht zu erreichen. Gespeichertes ist nicht betroffen.',
  timeout: 'Die Website hat nicht rechtzeitig geantwortet. Gespeichertes ist nicht betroffen.',
  tls: 'Die Website konnte sich nicht ausweisen; deshalb wurde nichts von ihr geladen.',
  redirect: 'Die Website leitet ohne Ende von Adresse zu Adresse weiter.',
  portal: 'Dieses Netz verlangt erst eine Anmeldung. Danach geht es von selbst weiter.',
  'http-status': 'Die Website hat statt der Seite einen Fehler geschickt.',
  gone: 'Laut der Website gibt es diese Seite nicht mehr.',
  'sign-in':
    'Die Website zeigt diese Seite erst nach einer Anmeldung. Sie lässt sich öffnen und dann so speichern, wie sie zu sehen ist.',
  'bad-response': 'Die Antwort der Website war nicht zu verstehen.',
  incomplete: 'Die Seite brach vor ihrem Ende ab. Ein neuer Versuch kann helfen.',
  'too-large': 'Das ist größer, als Layover annimmt.',
  unreadable: 'Das konnte nicht gelesen werden. Die Datei selbst blieb unberührt.',
  'no-content': 'In dieser Seite hat Layover keinen Artikel gefunden.',
  disk: 'Das Schreiben oder Lesen auf der Festplatte ist gescheitert. Bisher Gespeichertes ist sicher; vielleicht fehlt Platz.',
  locked: 'Die Bibliothek ist in einem anderen Layover geöffnet.',
  cancelled: 'Das wurde abgebrochen.',
  internal: 'In Layover ist etwas schiefgegangen. Gespeichertes ist nicht betroffen; bitte erneut versuchen.',
};
