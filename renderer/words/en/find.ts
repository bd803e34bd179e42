/** Finding in an article. */
export const find = {
  open: 'Find in this article',
  bar: 'Find in this article',
  placeholder: 'Find in this article',
  place: '{place, number} of {count, number}',
  none: 'Not found',
  matchCase: 'Match case',
  wholeWord: 'Whole words only',
  next: 'Next place',
  previous: 'Previous place',
  close: 'Close',
  closeCommand: 'Stop finding in this article',
} as const;
