import type { folders as english } from '../en/folders.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const folders: Translation<typeof english> = {
  commandMove: 'Bibliothek in einen anderen Ordner oder auf einen anderen Datenträger verschieben …',
  commandOpen: 'Andere Bibliothek öffnen …',
  move: 'Bibliothek verschieben …',
  open: 'Andere Bibliothek öffnen …',
  hint: 'Beim Verschieben wird alles in den gewählten Ordner kopiert und jede Datei zurückgelesen; erst dann gilt die neue Bibliothek. Die alte bleibt, bis gesagt ist, was aus ihr wird.',
  named:
    'Diese Bibliothek wurde beim Start von Layover genannt (--library) und lässt sich deshalb hier weder verschieben noch wechseln.',
  opening: 'Layover startet neu mit der anderen Bibliothek.',
  noneTitle: 'In diesem Ordner ist noch keine Bibliothek',
  noneText:
    'Layover kann in {folder} eine neue, leere Bibliothek anlegen und von nun an benutzen. Die jetzige bleibt, wie sie ist.',
  noneKeep: 'So lassen',
  noneGo: 'Dort eine Bibliothek anlegen',
  moved:
    'Die Bibliothek wurde am {date} hierher verschoben. Die alte liegt noch in {folder}, vollständig und wie sie damals war.',
  revealOld: 'Die alte zeigen',
  trashOld: 'Die alte in den Papierkorb legen …',
  keepOld: 'Behalten',
  trashTitle: 'Die alte Bibliothek in den Papierkorb legen?',
  trashText:
    'Der Ordner {folder} kommt in den Papierkorb des Systems und lässt sich von dort zurückholen. Die benutzte Bibliothek ist ein anderer Ordner und bleibt.',
  trashKeep: 'So lassen',
  trashGo: 'In den Papierkorb legen',
  failed: 'Die Bibliothek wurde nicht verschoben und liegt, wo sie lag. {reason}',
  failedAnyhow: 'Das Kopierte war nicht vollständig oder konnte seinen Namen nicht bekommen.',
  understood: 'In Ordnung',
};
