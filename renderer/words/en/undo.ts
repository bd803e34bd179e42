/** Taking back what was done. */
export const undo = {
  command: 'Undo what was done last',
  markedRead: 'Marked “{title}” as read.',
  markedUnread: 'Marked “{title}” as unread.',
  takenBack: 'Undone: {what}',
} as const;
