// Every message in English: the catalogue that all other languages must match name by name. A file for each place on screen.
import { actions } from './actions.ts';
import { card } from './card.ts';
import { commands } from './commands.ts';
import { details } from './details.ts';
import { everywhere } from './everywhere.ts';
import { firstRun } from './firstRun.ts';
import { library } from './library.ts';
import { palette } from './palette.ts';
import { post } from './post.ts';
import { proposals } from './proposals.ts';
import { queue } from './queue.ts';
import { reader } from './reader.ts';
import { saving } from './saving.ts';
import { settings } from './settings.ts';
import { timeline } from './timeline.ts';
import { undo } from './undo.ts';
import { versions } from './versions.ts';

/** The English catalogue. */
export const en = {
  ...everywhere,
  actions,
  card,
  commands,
  details,
  firstRun,
  library,
  palette,
  post,
  proposals,
  queue,
  reader,
  saving,
  settings,
  timeline,
  undo,
  versions,
} as const;
