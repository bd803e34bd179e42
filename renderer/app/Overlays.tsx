// What opens over the place and the reader and is not needed for the first screen.
import type { ReactNode } from 'react';
import { ExportDialog } from '../exchange/ExportDialog.tsx';
import { FollowDialog } from '../feeds/FollowDialog.tsx';
import { FirstSteps } from '../firstSteps/FirstSteps.tsx';
import { DiagnosticsDialog } from '../health/DiagnosticsDialog.tsx';
import { ImportDialog } from '../importing/ImportDialog.tsx';
import { FailuresDialog } from '../library/FailuresDialog.tsx';
import { TagsDialog } from '../library/TagsDialog.tsx';
import { DetailsDialog } from '../reader/DetailsDialog.tsx';
import { VersionsDialog } from '../reader/VersionsDialog.tsx';
import { SaveDialog } from '../saving/SaveDialog.tsx';
import { SavesDialog } from '../saving/SavesDialog.tsx';
import { TakeDialog } from '../trips/TakeDialog.tsx';
import { HelpSheet } from './HelpSheet.tsx';

/** Draws them. */
export function Overlays(): ReactNode {
  return (
    <>
      <HelpSheet />
      <FirstSteps />
      <DiagnosticsDialog />
      <SaveDialog />
      <FollowDialog />
      <SavesDialog />
      <DetailsDialog />
      <VersionsDialog />
      <TagsDialog />
      <ExportDialog />
      <FailuresDialog />
      <ImportDialog />
      <TakeDialog />
    </>
  );
}
