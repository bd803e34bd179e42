/** What an empty library says. */
export const firstRun = {
  title: 'Save it here. Read it where there is no network.',
  lead: 'Layover keeps whole pages on this computer: the text, its pictures, and the posts it points to, laid out on a timeline. Offline, everything opens at once, and nothing asks the network.',
  label: 'Address of a page to save',
  placeholder: 'https://…',
  action: 'Save this page',
  or: 'No page at hand?',
  sample: 'Add a sample to look around',
  also: 'You can also drop files, links or text anywhere on this window, or paste them.',
} as const;
