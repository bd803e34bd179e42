import type { ownNetwork as english } from '../en/ownNetwork.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const ownNetwork: Translation<typeof english> = {
  title: 'Im eigenen Netz anfragen?',
  lead: 'Diese Adresse liegt in Ihrem eigenen Netz oder auf diesem Computer selbst, wo ein Router oder eine private Seite antworten kann. Layover fragt dort nur an, was Sie selbst eingeben, und nur wenn Sie es erlauben.',
  kept: 'Ihre Antwort wird für diese Adresse gemerkt; in den Einstellungen können Sie sie zurücknehmen.',
  no: 'Nicht anfragen',
  yes: 'Anfragen',
  allowed: 'In Ihrem eigenen Netz darf hier angefragt werden, was Sie eingeben:',
  forget: 'Vergessen',
  forgetHost: '{host} vergessen',
  allowedHint: 'Was Seiten, Feeds und Importe nennen, führt nie dorthin.',
};
