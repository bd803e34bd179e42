/** Saved views of the library. */
export const views = {
  label: 'Views',
  save: 'Save this view…',
  name: 'Name of the view',
  keep: 'Save',
  none: 'A view is a search with its order, kept under a name. Search or filter first, then save it here.',
  what: '{query} · {order}',
  everything: 'Everything',
  added: 'Saved the view “{name}”.',
  removed: 'Forgot the view “{name}”. Its articles stay as they are.',
  rename: 'Rename: {name}',
  remove: 'Forget: {name}',
  up: 'Move up: {name}',
  show: 'View: {name}',
  full: 'There are as many views as a library can have. Forget one to save another.',
} as const;
