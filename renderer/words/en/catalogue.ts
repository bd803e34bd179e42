// Every message in English: the catalogue that all other languages must match name by name. A file for each place on screen.
import { SHELL_WORDS } from '#contract/shellWords.ts';
import { actions } from './actions.ts';
import { card } from './card.ts';
import { commandLists } from './commandLists.ts';
import { commands } from './commands.ts';
import { details } from './details.ts';
import { everywhere } from './everywhere.ts';
import { failureDetails } from './failureDetails.ts';
import { exporting } from './exporting.ts';
import { failures } from './failures.ts';
import { pictureFailures } from './pictureFailures.ts';
import { feeds } from './feeds.ts';
import { firstRun } from './firstRun.ts';
import { folders } from './folders.ts';
import { firstSteps } from './firstSteps.ts';
import { keys } from './keys.ts';
import { health } from './health.ts';
import { highlights } from './highlights.ts';
import { importing } from './importing.ts';
import { library } from './library.ts';
import { dictionaries, lookUp } from './lookUp.ts';
import { looks } from './looks.ts';
import { find } from './find.ts';
import { listening } from './listening.ts';
import { outline } from './outline.ts';
import { ownNetwork } from './ownNetwork.ts';
import { palette } from './palette.ts';
import { paper, viewer } from './paper.ts';
import { post } from './post.ts';
import { proposals } from './proposals.ts';
import { queryFaults } from './queryFaults.ts';
import { queue } from './queue.ts';
import { reader } from './reader.ts';
import { reading } from './reading.ts';
import { rules } from './rules.ts';
import { saving } from './saving.ts';
import { settings } from './settings.ts';
import { shelves } from './shelves.ts';
import { storage } from './storage.ts';
import { syncing } from './syncing.ts';
import { timeline } from './timeline.ts';
import { trash } from './trash.ts';
import { tripPacks } from './tripPacks.ts';
import { tripBoard } from './tripBoard.ts';
import { trips } from './trips.ts';
import { undo } from './undo.ts';
import { updates } from './updates.ts';
import { versions } from './versions.ts';
import { views } from './views.ts';

/** The English catalogue. */
export const en = {
  ...everywhere,
  actions,
  card,
  commandLists,
  commands,
  details,
  failureDetails,
  exporting,
  failures,
  pictureFailures,
  feeds,
  dictionaries,
  firstRun,
  folders,
  firstSteps,
  keys,
  health,
  highlights,
  importing,
  library,
  lookUp,
  looks,
  find,
  listening,
  outline,
  ownNetwork,
  palette,
  paper,
  post,
  proposals,
  queryFaults,
  queue,
  reader,
  reading,
  saving,
  settings,
  shell: SHELL_WORDS,
  rules,
  shelves,
  storage,
  syncing,
  timeline,
  trash,
  tripPacks,
  tripBoard,
  trips,
  undo,
  updates,
  versions,
  viewer,
  views,
} as const;
