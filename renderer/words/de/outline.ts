import type { outline as english } from '../en/outline.ts';
import type { Translation } from '../message.ts';

/** Die Überschriften eines Artikels. */
export const outline: Translation<typeof english> = {
  title: 'Inhalt',
  toggle: 'Inhalt dieses Artikels zeigen oder verbergen',
  close: 'Inhalt verbergen',
  next: 'Zur nächsten Überschrift',
  previous: 'Zur vorigen Überschrift',
};
