/** The command palette. */
export const palette = {
  placeholder: 'Go to an article, a place, a command',
  nothing: 'Nothing here is called “{query}”.',
  searchFor: 'Search all texts for “{query}”',
  article: 'Article',
  command: 'Command',
} as const;
