// The window: the rail, the place, and the reader over it. The place stays as it was under the reader, so that going back is exact.
import { useEffect, useRef, type ComponentType, type ReactNode, type RefObject } from 'react';
import { QueuePlace } from '../queue/QueuePlace.tsx';
import { DropTarget } from '../saving/DropTarget.tsx';
import { OwnNetworkDialog } from '../saving/OwnNetworkDialog.tsx';
import { ProposalDialog } from '../saving/ProposalDialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { keepTheme, lastTheme, useDrawnTheme } from '../ui/theme.ts';
import { words } from '../ui/words.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { useMirror } from './mirror.ts';
import { useOverlays, type Overlays as OverlayState } from './overlays.ts';
import { useView, type Place } from './navigation.ts';
import { Rail } from './Rail.tsx';
import { later, loadTheRest, useRestLoaded } from './later.tsx';
import { LibraryLine } from './LibraryLine.tsx';
import { ToastList } from './ToastList.tsx';
import './App.css';

const Reader = later(async () => (await import('../reader/Reader.tsx')).Reader);
const TimelinePlace = later(async () => (await import('../timeline/TimelinePlace.tsx')).TimelinePlace);
const LibraryPlace = later(async () => (await import('../library/LibraryPlace.tsx')).LibraryPlace);
const TripsPlace = later(async () => (await import('../trips/TripsPlace.tsx')).TripsPlace);
const SettingsPlace = later(async () => (await import('../settings/SettingsPlace.tsx')).SettingsPlace);
const Overlays = later(async () => (await import('./Overlays.tsx')).Overlays);

const SCREENS: Readonly<Record<Place, ComponentType>> = {
  queue: QueuePlace,
  timeline: TimelinePlace,
  library: LibraryPlace,
  trips: TripsPlace,
  settings: SettingsPlace,
};

/** What opens without them. */
const IN_FIRST: ReadonlySet<OverlayState['open']> = new Set(['nothing', 'palette', 'lookup', 'image']);

/** Draws everything. */
export function App(): ReactNode {
  const chosen = useMirror(({ state, settings }) => (state === 'ready' ? settings.theme : undefined));
  const theme = useDrawnTheme(chosen ?? lastTheme());
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
        {article !== null && <Reader key={article} id={article} />}
      </main>
      <CommandPalette />
      <LaterOverlays />
      <ProposalDialog />
      <OwnNetworkDialog />
      <DropTarget />
      <ToastList />
    </div>
  );
}

/** Draws them once one of them is opened or the window has been at rest, and from then on. */
function LaterOverlays(): ReactNode {
  const isOpen = useOverlays(({ open }) => !IN_FIRST.has(open));
  const wasOpen = useRef(false);
  wasOpen.current ||= isOpen;
  return useRestLoaded() || wasOpen.current ? <Overlays /> : null;
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
