/** The headings of an article. */
export const outline = {
  title: 'Contents',
  toggle: 'Show or hide the contents of this article',
  close: 'Hide the contents',
  next: 'Go to the next heading',
  previous: 'Go to the previous heading',
} as const;
