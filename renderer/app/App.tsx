// The window: the rail, the place, and the reader over it. The place stays as it was under the reader, so that going back is exact.
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { ImportDialog } from '../importing/ImportDialog.tsx';
import { ExportDialog } from '../exchange/ExportDialog.tsx';
import { FirstSteps } from '../firstSteps/FirstSteps.tsx';
import { FollowDialog } from '../feeds/FollowDialog.tsx';
import { DiagnosticsDialog } from '../health/DiagnosticsDialog.tsx';
import { FailuresDialog } from '../library/FailuresDialog.tsx';
import { LibraryPlace } from '../library/LibraryPlace.tsx';
import { TagsDialog } from '../library/TagsDialog.tsx';
import { QueuePlace } from '../queue/QueuePlace.tsx';
import { DetailsDialog } from '../reader/DetailsDialog.tsx';
import { VersionsDialog } from '../reader/VersionsDialog.tsx';
import { Reader } from '../reader/Reader.tsx';
import { DropTarget } from '../saving/DropTarget.tsx';
import { OwnNetworkDialog } from '../saving/OwnNetworkDialog.tsx';
import { ProposalDialog } from '../saving/ProposalDialog.tsx';
import { SaveDialog } from '../saving/SaveDialog.tsx';
import { SavesDialog } from '../saving/SavesDialog.tsx';
import { SettingsPlace } from '../settings/SettingsPlace.tsx';
import { TakeDialog } from '../trips/TakeDialog.tsx';
import { TripsPlace } from '../trips/TripsPlace.tsx';
import { TimelinePlace } from '../timeline/TimelinePlace.tsx';
import { Notice } from '../ui/Notice.tsx';
import { keepTheme, lastTheme, useDrawnTheme } from '../ui/theme.ts';
import { words } from '../ui/words.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { useMirror } from './mirror.ts';
import { useView, type Place } from './navigation.ts';
import { Rail } from './Rail.tsx';
import { LibraryLine } from './LibraryLine.tsx';
import { ToastList } from './ToastList.tsx';
import './App.css';

const SCREENS: Readonly<Record<Place, () => ReactNode>> = {
  queue: QueuePlace,
  timeline: TimelinePlace,
  library: LibraryPlace,
  trips: TripsPlace,
  settings: SettingsPlace,
};

/** Draws everything. */
export function App(): ReactNode {
  const chosen = useMirror(({ state, settings }) => (state === 'ready' ? settings.theme : undefined));
  const theme = useDrawnTheme(chosen ?? lastTheme());
  const { place, article } = useView();
  const isReading = article !== null;
  const underReader = useRef<HTMLDivElement>(null);

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  useEffect(() => {
    if (chosen !== undefined) keepTheme(chosen);
  }, [chosen]);

  useFocusKept(isReading, underReader);

  return (
    <div className="app">
      <Rail />
      <main className="app-main">
        <div className="app-place" ref={underReader} inert={isReading}>
          <PlaceScreen place={place} />
        </div>
        {article !== null && <Reader key={article} id={article} />}
      </main>
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
    </div>
  );
}

function PlaceScreen({ place }: { readonly place: Place }): ReactNode {
  const state = useMirror((mirror) => mirror.state);
  const failure = useMirror((mirror) => mirror.failure);
  if (state === 'loading') return <Notice title={words.loading} />;
  if (state === 'failed') {
    return (
      <Notice
        title={words.failedTitle}
        isFailure
        action={{ label: words.tryAgain, run: () => window.location.reload() }}
      >
        {failure}
      </Notice>
    );
  }
  const Screen = SCREENS[place];
  return (
    <>
      <LibraryLine />
      <Screen />
    </>
  );
}

/** Gives the focus back to where it was in the place when the reader is closed. */
function useFocusKept(isReading: boolean, placeRef: RefObject<HTMLElement | null>): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const place = placeRef.current;
    if (place === null || isReading) return undefined;
    if (last.current?.isConnected === true) last.current.focus({ preventScroll: true });
    const note = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement) last.current = event.target;
    };
    place.addEventListener('focusin', note);
    return () => place.removeEventListener('focusin', note);
  }, [isReading, placeRef]);
}
