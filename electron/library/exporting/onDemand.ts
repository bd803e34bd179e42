// What writes a library out and reads it back in, as it stands in the files that are named here, but loaded when that is asked for.
import type * as Restoring from '../restoring/restoreFile.ts';
import type * as Own from '../restoring/ownFile.ts';
import type * as Backups from './backup.ts';
import type * as Libraries from './libraryExport.ts';
import type * as Trips from './tripExport.ts';

/** See `libraryExport.ts`. */
export const exportLibrary: typeof Libraries.exportLibrary = async (...given) =>
  (await import('./libraryExport.ts')).exportLibrary(...given);

/** See `tripExport.ts`. */
export const planTripExport: typeof Trips.planTripExport = async (...given) =>
  (await import('./tripExport.ts')).planTripExport(...given);

/** See `tripExport.ts`. */
export const exportTrip: typeof Trips.exportTrip = async (...given) =>
  (await import('./tripExport.ts')).exportTrip(...given);

/** See `backup.ts`. */
export const writeBackupFile: typeof Backups.writeBackupFile = async (...given) =>
  (await import('./backup.ts')).writeBackupFile(...given);

/** See `restoring/restoreFile.ts`. */
export const restoreFile: typeof Restoring.restoreFile = async (...given) =>
  (await import('../restoring/restoreFile.ts')).restoreFile(...given);

/** See `restoring/ownFile.ts`. */
export const isTripPack: typeof Own.isTripPack = async (...given) =>
  (await import('../restoring/ownFile.ts')).isTripPack(...given);

/** See `restoring/ownFile.ts`. */
export const articlesInOwnFile: typeof Own.articlesInOwnFile = async (...given) =>
  (await import('../restoring/ownFile.ts')).articlesInOwnFile(...given);
