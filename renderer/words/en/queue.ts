/** The queue. */
export const queue = {
  started: 'Under way',
  next: 'Unread',
  summary: '{count, plural, one {# article} other {# articles}} · {minutes} of reading',
  emptyTitle: 'All read',
  empty: 'Nothing is waiting. What you have read stays in the library.',
} as const;
