/** The trash. */
export const trash = {
  summary:
    '{count, plural, one {# article} other {# articles}}. What is here goes for good {days, plural, one {# day} other {# days}} after it was removed.',
  emptyTitle: 'The trash is empty',
  empty: 'What you remove stays here for 30 days, and can be brought back until then.',
  label: 'Trash',
  failed: 'The trash could not be read',
  unreadable: 'An article that cannot be read',
  removed: 'Removed {date}',
  daysLeft: '{count, plural, =0 {Goes at the next start} one {# day left} other {# days left}}',
  restore: 'Bring back',
  restored: '{count, plural, one {Brought # article back.} other {Brought # articles back.}}',
  purge: 'Remove for good',
  purged: '{count, plural, one {Removed # article for good.} other {Removed # articles for good.}}',
  emptyNow: 'Empty the trash…',
  onTitle: '{action}: {title}',
  confirmTitle: 'Remove for good?',
  confirmOne: '“{title}” goes with its pictures, copies and highlights, and cannot be brought back.',
  confirmAll:
    '{count, plural, one {# article goes} other {# articles go}} with pictures, copies and highlights, and cannot be brought back.',
  keep: 'Keep',
} as const;
