/** What is done with one article, and what is said when it was. */
export const actions = {
  undo: 'Undo',
  open: 'Open',
  removed: 'Removed “{title}”.',
  archived: 'Archived “{title}”.',
  unarchived: '“{title}” is out of the archive.',
  starred: 'Starred “{title}”.',
  unstarred: 'Took the star off “{title}”.',
  star: 'Star',
  unstar: 'Take the star off',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  remove: 'Remove',
  browser: 'Open in browser',
  onTitle: '{action}: {title}',
} as const;
