/** The command palette. */
export const palette = {
  placeholder: 'Go to an article, a place, a command',
  nothing: 'Nothing here is called “{query}”.',
  failed: 'The articles could not be searched. {reason}',
  searchFor: 'Search all texts for “{query}”',
  article: 'Article',
  command: 'Command',
} as const;
