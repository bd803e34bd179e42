import type { proposals as english } from '../en/proposals.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const proposals: Translation<typeof english> = {
  title: 'Speichern?',
  lead: '{count, plural, one {Ein Link aus einem anderen Programm bittet Layover, eine Seite zu speichern.} other {Links aus anderen Programmen bitten Layover, # Seiten zu speichern.}}',
  save: 'Speichern',
  ignore: 'Ignorieren',
};
