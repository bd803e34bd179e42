// What the first screen does not show but may be asked for at once: everything that lies over the window, and the library.
import { useEffect, type ReactNode } from 'react';
import { ExportDialog } from '../exchange/ExportDialog.tsx';
import { FollowDialog } from '../feeds/FollowDialog.tsx';
import { FirstSteps } from '../firstSteps/FirstSteps.tsx';
import { DiagnosticsDialog } from '../health/DiagnosticsDialog.tsx';
import { ImportDialog } from '../importing/ImportDialog.tsx';
import { FailuresDialog } from '../library/FailuresDialog.tsx';
import { TagsDialog } from '../library/TagsDialog.tsx';
import { DetailsDialog } from '../reader/DetailsDialog.tsx';
import { VersionsDialog } from '../reader/VersionsDialog.tsx';
import { DropTarget } from '../saving/DropTarget.tsx';
import { OwnNetworkDialog } from '../saving/OwnNetworkDialog.tsx';
import { ProposalDialog } from '../saving/ProposalDialog.tsx';
import { SaveDialog } from '../saving/SaveDialog.tsx';
import { SavesDialog } from '../saving/SavesDialog.tsx';
import { TakeDialog } from '../trips/TakeDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { ToastList } from './ToastList.tsx';

export { LibraryPlace } from '../library/LibraryPlace.tsx';

/** Draws what lies over the window: nothing, but for what is open and what is told. */
export function OverWindow(): ReactNode {
  // From now on the window takes whatever is done to it.
  useEffect(() => document.getElementById('app')?.removeAttribute('aria-busy'), []);
  return (
    <>
      <CommandPalette />
      <HelpSheet />
      <FirstSteps />
      <DiagnosticsDialog />
      <SaveDialog />
      <FollowDialog />
      <SavesDialog />
      <ProposalDialog />
      <OwnNetworkDialog />
      <DetailsDialog />
      <VersionsDialog />
      <TagsDialog />
      <ExportDialog />
      <FailuresDialog />
      <ImportDialog />
      <TakeDialog />
      <DropTarget />
      <ToastList />
    </>
  );
}
