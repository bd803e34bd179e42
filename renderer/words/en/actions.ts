/** What is done with one article, and what is said when it was. */
export const actions = {
  undo: 'Undo',
  open: 'Open',
  removed: 'Removed “{title}”.',
  restored: '“{title}” is back.',
  archived: 'Archived “{title}”.',
  unarchived: '“{title}” is out of the archive.',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  remove: 'Remove',
  browser: 'Open in browser',
  onTitle: '{action}: {title}',
} as const;
