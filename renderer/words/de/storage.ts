import type { storage as english } from '../en/storage.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const storage: Translation<typeof english> = {
  total: '{size} insgesamt',
  free: '{size} frei auf dieser Festplatte',
  failed: 'Der Platz, den die Bibliothek braucht, konnte nicht gezählt werden',
  counting: 'Wird gezählt …',
  parts: {
    articles: 'Texte der Artikel',
    pictures: 'Bilder',
    copies: 'Andere Fassungen',
    trash: 'Papierkorb',
    highlights: 'Hervorhebungen',
    feeds: 'Feeds und ihre Einträge',
    imports: 'Importe und wartende Speicherungen',
    derived: 'Suche und Listen; entstehen neu, wenn sie fehlen',
    other: 'Einstellungen, Wörterbücher und Ähnliches',
  },
  partsTitle: 'Was da ist',
  part: 'Was',
  count: 'Wie viele',
  bytes: 'Größe',
  freed: 'Würde frei',
  sitesTitle: 'Nach Websites',
  site: 'Website',
  noSite: 'Ohne Website',
  articles: 'Artikel',
  largestTitle: 'Die größten Artikel',
  article: 'Artikel',
  more: 'Alle {count, number} zeigen',
  capTitle: 'Eine Grenze für diese Bibliothek',
  capOn: 'Die Bibliothek kleiner halten als',
  capUnit: 'GB',
  capLabel: 'Gigabyte',
  policies: {
    warn: 'Sagen, wenn sie überschritten ist',
    trash: 'In den Papierkorb legen, was erledigt ist',
  },
  policyLabel: 'Wenn sie überschritten ist',
  policyExplained:
    'Zuerst gehen andere Fassungen, dann gelesene oder archivierte Artikel, die ältesten zuerst, bis alles passt. Ungelesene Artikel und solche mit Stern, Schlagwort oder Hervorhebung gehen nie. Was gegangen ist, liegt 30 Tage im Papierkorb.',
  over: 'Um {size} überschritten.',
  couldGo:
    '{articles, plural, one {# Artikel} other {# Artikel}} und {copies, plural, one {# Fassung} other {# Fassungen}} könnten gehen; das macht {size} frei.',
  nothingCouldGo: 'Nach diesen Regeln kann nichts gehen. Selbst etwas entfernen oder die Grenze erhöhen.',
  capPassed: 'Die Bibliothek ist {over} über ihrer Grenze.',
  capTrashed:
    'Die Bibliothek war über ihrer Grenze. In den Papierkorb gelegt: {articles, plural, one {# Artikel} other {# Artikel}} und {copies, plural, one {# Fassung} other {# Fassungen}}.',
  show: 'Anzeigen',
};
