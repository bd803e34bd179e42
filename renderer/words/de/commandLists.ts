import type { commandLists as english } from '../en/commandLists.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const commandLists: Translation<typeof english> = {
  help: 'Alle Tasten zeigen',
  helpTitle: 'Tasten',
  helpClose: 'Tasten schließen',
  helpChange: 'Tasten ändern …',
  titleWithKey: '{title} ({key})',
  more: 'Mehr',
  on: 'Ein',
  groups: {
    general: 'Überall',
    go: 'Orte und Suche',
    save: 'Speichern',
    library: 'Bibliothek',
    timeline: 'Zeitleiste',
    trips: 'Reisen',
    read: 'Beim Lesen',
    article: 'Der Artikel',
  },
  menus: {
    file: 'Datei',
    edit: 'Bearbeiten',
    go: 'Gehe zu',
    article: 'Artikel',
    view: 'Ansicht',
    window: 'Fenster',
    help: 'Hilfe',
  },
  roles: {
    savePage: 'Geöffnete Seite speichern',
    quit: 'Layover beenden',
    close: 'Schließen',
    undo: 'Eingabe rückgängig machen',
    redo: 'Eingabe wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    resetZoom: 'Originalgröße',
    togglefullscreen: 'Vollbild',
    minimize: 'Minimieren',
  },
};
