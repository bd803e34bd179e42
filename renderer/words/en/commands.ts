import type { Axis } from '#contract/post.ts';
import type { Place } from '../../app/navigation.ts';

/** What commands are called in the palette, the menu and the list of keys. */
export const commands = {
  palette: 'Find articles, places and commands',
  save: 'Save a page, a text or a file…',
  chooseFiles: 'Choose files to save…',
  import: 'Import from another program…',
  openPage: 'Open a page, sign in, and save what you see…',
  saves: 'Show the saves and the outbox',
  pause: 'Pause saving, or go on',
  search: 'Search the library',
  goTo: {
    queue: 'Go to Queue',
    timeline: 'Go to Timeline',
    library: 'Go to Library',
    settings: 'Go to Settings',
  } as const satisfies Readonly<Record<Place, string>>,
  axis: {
    added: 'Order the timeline by: added',
    updated: 'Order the timeline by: updated',
    published: 'Order the timeline by: published',
    saved: 'Order the timeline by: saved',
  } as const satisfies Readonly<Record<Axis, string>>,
  close: 'Close the article',
  read: 'Mark as read or unread',
  archive: 'Archive or take out of the archive',
  remove: 'Remove the article',
  original: 'Open the original in the browser',
  showInTimeline: 'Show its related posts in the timeline',
  related: 'Show or hide related posts',
  larger: 'Larger text',
  smaller: 'Smaller text',
  nextHit: 'Next place found',
  previousHit: 'Previous place found',
  closeHits: 'Hide the places found',
  savePost: 'Save the post, or the selected posts',
  jump: 'Go to a date in the timeline',
  filter: 'Narrow the timeline',
  older: { day: 'Go to the older day with posts', month: 'Go to the older month with posts' },
  newer: { day: 'Go to the newer day with posts', month: 'Go to the newer month with posts' },
  unselect: 'Select no posts',
} as const;
