/** One post of the timeline. */
export const post = {
  inFeed: 'The feed “{title}”',
  savePost: 'Save this post',
  saving: 'Saving…',
  offline: 'Waits for the network',
  saveFailed: 'Not saved',
  detailsFailed: 'What is known of this post could not be read',
  noAddress: 'The list gives no address for this post, so it cannot be fetched.',
  listedBy: 'Who lists it',
  saidBy: 'under “{heading}”',
  moreLists: '{count, plural, one {and # article more} other {and # articles more}}',
  dated: '{axis} {date}',
  archive: 'Save an archived copy',
  archiveHint: 'Asks the Wayback Machine at web.archive.org for its copy from that time.',
} as const;
