// Every message in German, name by name as in English; one that is missing does not compile.
import type { en } from '../en/catalogue.ts';
import type { Translation } from '../message.ts';
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
import { find } from './find.ts';
import { feeds } from './feeds.ts';
import { firstRun } from './firstRun.ts';
import { folders } from './folders.ts';
import { firstSteps } from './firstSteps.ts';
import { health } from './health.ts';
import { highlights } from './highlights.ts';
import { keys } from './keys.ts';
import { importing } from './importing.ts';
import { library } from './library.ts';
import { dictionaries, lookUp } from './lookUp.ts';
import { looks } from './looks.ts';
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
import { shell } from './shell.ts';
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

/** The German catalogue. */
export const de: Translation<typeof en> = {
  ...everywhere,
  actions,
  card,
  commandLists,
  commands,
  details,
  dictionaries,
  failureDetails,
  exporting,
  failures,
  pictureFailures,
  feeds,
  find,
  firstRun,
  folders,
  firstSteps,
  health,
  highlights,
  keys,
  importing,
  library,
  lookUp,
  looks,
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
  rules,
  saving,
  settings,
  shelves,
  shell,
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
  views,
  viewer,
};
