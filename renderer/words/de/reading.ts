import type { reading as english } from '../en/reading.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const reading: Translation<typeof english> = {
  flow: 'Blättern statt rollen',
  flows: { scrolled: 'Am Stück', paged: 'In Seiten' },
  flowLabel: 'Lange Texte',
  page: 'Seite {number, number} von {count, number}',
  pages: 'Seiten',
  nextPage: 'Nächste Seite',
  previousPage: 'Vorige Seite',
  left: '{percent, number} %, noch etwa {minutes}',
  endLabel: 'Ende des Artikels',
  nextArticle: 'Nächster in der Leseliste',
  nextTitled: 'Als Nächstes: {title}',
  previousArticle: 'Voriger in der Leseliste',
  noNext: 'Das ist der letzte Artikel der Leseliste.',
  noPrevious: 'Das ist der erste Artikel der Leseliste.',
  related: 'Verwandte Beiträge',
  continue: 'Weiterlesen',
  continueLabel: 'Weiterlesen',
  continueTitled: '{title}, noch {minutes}',
  settings: 'Seiten und Lesetempo',
  speedWords: 'Lesetempo, {language}: etwa {perMinute, number} Wörter in der Minute (aus {counted, number} Wörtern).',
  speedCharacters:
    'Lesetempo, {language}: etwa {perMinute, number} Zeichen in der Minute (aus {counted, number} Zeichen).',
  noSpeed:
    'Bis hier etwa {words, number} Wörter in einer Sprache gelesen sind, gelten die Lesezeiten der meisten Menschen.',
  measures: 'Mein Lesetempo messen',
  measuresHelp:
    'Lesezeiten passen dann zu mir. Aufgehoben wird eine kleine Tabelle von Tempi in der Bibliothek; nichts verlässt diesen Computer.',
  forget: 'Vergessen',
  resumes: 'Dort öffnen, wo ich aufgehört habe',
  resumesHelp: 'Beim Start ist der zuletzt geöffnete Artikel wieder da, an seinem Absatz.',
  unknownLanguage: 'Texte unbekannter Sprache',
};
