// The window: the rail, the place, and the reader over it. The place stays as it was under the reader, so that going back is exact.
import { useEffect, useRef, type ComponentType, type ReactNode, type RefObject } from 'react';
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
import { DropTarget } from '../saving/DropTarget.tsx';
import { OwnNetworkDialog } from '../saving/OwnNetworkDialog.tsx';
import { ProposalDialog } from '../saving/ProposalDialog.tsx';
import { SaveDialog } from '../saving/SaveDialog.tsx';
import { SavesDialog } from '../saving/SavesDialog.tsx';
import { TakeDialog } from '../trips/TakeDialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { keepTheme, addressTheme, useDrawnTheme } from '../ui/theme.ts';
import { words } from '../ui/words.ts';
import { attempt } from './articleActions.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { useMirror } from './mirror.ts';
import { useView, type Place, type View } from './navigation.ts';
import { later, loadTheRest } from './later.tsx';
import { Rail } from './Rail.tsx';
import { LibraryLine } from './LibraryLine.tsx';
import { ToastList } from './ToastList.tsx';
import './App.css';

const reader = later(async () => (await import('../reader/Reader.tsx')).Reader);
const laterPlaces = {
  timeline: later(async () => (await import('../timeline/TimelinePlace.tsx')).TimelinePlace),
  trips: later(async () => (await import('../trips/TripsPlace.tsx')).TripsPlace),
  settings: later(async () => (await import('../settings/SettingsPlace.tsx')).SettingsPlace),
};
const SCREENS: Readonly<Record<Place, ComponentType>> = {
  queue: QueuePlace,
  timeline: laterPlaces.timeline.Component,
  library: LibraryPlace,
  trips: laterPlaces.trips.Component,
  settings: laterPlaces.settings.Component,
};

/** Fetches at once what the window is sure to begin with. */
function loadFirst({ place, article }: View): void {
  if (place !== 'queue' && place !== 'library') attempt(laterPlaces[place].load());
  if (article !== null) attempt(reader.load());
}

loadFirst(useView.getState());

/** Draws everything. */
export function App(): ReactNode {
  const chosen = useMirror(({ state, settings }) => (state === 'ready' ? settings.theme : undefined));
  const theme = useDrawnTheme(chosen ?? addressTheme());
  const isThere = useMirror(({ state }) => state !== 'loading');
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

  useEffect(() => {
    if (isThere) loadTheRest();
  }, [isThere]);

  return (
    <div className="app">
      <Rail />
      <main className="app-main">
        <div className="app-place" ref={underReader} inert={isReading}>
          <PlaceScreen place={place} />
        </div>
        {article !== null && <reader.Component key={article} id={article} />}
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
