// What happens in a library, told to the window that is open, if one is, to the task bar and to the log.
import type { BrowserWindow } from 'electron';
import type { EventName, Events } from '#contract/calls.ts';
import type { Log } from '../diagnostics/log.ts';
import type { LayoverEvents } from '../library/layoverOptions.ts';
import { tell } from './ipc.ts';
import type { TaskBar } from './taskBar.ts';

/** Makes what hears of it. */
export function windowEvents(
  window: () => BrowserWindow | undefined,
  taskBar: TaskBar,
  log: Pick<Log, 'save'>,
  tripsChanged: () => void,
): LayoverEvents {
  const say = <K extends EventName>(name: K, payload: Events[K]): void => {
    const open = window();
    if (open !== undefined) tell(open, name, payload);
  };
  return {
    libraryChanged: (upserted, removed) => say('library.changed', { upserted, removed }),
    saveChanged(save) {
      log.save(save);
      taskBar.note(save, window());
      say('save.changed', { save });
    },
    saveDismissed(id) {
      taskBar.forget(id);
      say('save.dismissed', { id });
    },
    progress: (progress) => say('library.progress', progress),
    roomChanged: (little) => say('library.room', { little }),
    highlightsChanged: (articleId, highlights) => say('highlights.changed', { articleId, highlights }),
    bulkProgress: (progress) => say('bulk.progress', progress),
    importProgress: (progress) => say('import.progress', progress),
    feedsChanged: () => say('feeds.changed', {}),
    tripsChanged(id) {
      tripsChanged();
      say('trips.changed', { id });
    },
    conflictsFound: (count) => say('conflicts.found', { count }),
    capPassed: (notice) => say('cap.passed', notice),
  };
}
