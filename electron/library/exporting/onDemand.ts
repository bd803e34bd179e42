// What writes a library out and reads it back in, as it stands in the files that are named here, but loaded when that is asked for.
import { onDemand } from '#contract/onDemand.ts';

/** See `libraryExport.ts`. */
export const exportLibrary = onDemand(async () => (await import('./libraryExport.ts')).exportLibrary);

/** See `tripExport.ts`. */
export const planTripExport = onDemand(async () => (await import('./tripExport.ts')).planTripExport);

/** See `tripExport.ts`. */
export const exportTrip = onDemand(async () => (await import('./tripExport.ts')).exportTrip);

/** See `backup.ts`. */
export const writeBackupFile = onDemand(async () => (await import('./backup.ts')).writeBackupFile);

/** See `restoring/restoreFile.ts`. */
export const restoreFile = onDemand(async () => (await import('../restoring/restoreFile.ts')).restoreFile);

/** See `restoring/ownFile.ts`. */
export const isTripPack = onDemand(async () => (await import('../restoring/ownFile.ts')).isTripPack);

/** See `restoring/ownFile.ts`. */
export const articlesInOwnFile = onDemand(async () => (await import('../restoring/ownFile.ts')).articlesInOwnFile);
