// The window: the rail, the place, and the reader over it. The place stays as it was under the reader, so that going back is exact.
import { useEffect, useRef, type ComponentType, type ReactNode, type RefObject } from 'react';
import { QueuePlace } from '../queue/QueuePlace.tsx';
import { Notice } from '../ui/Notice.tsx';
import { keepTheme, addressTheme, useDrawnTheme } from '../ui/theme.ts';
import { words } from '../ui/words.ts';
import { attempt } from './articleActions.ts';
import { useMirror } from './mirror.ts';
import { useView, type Place, type View } from './navigation.ts';
import { later, loadTheRest } from './later.tsx';
import { Rail } from './Rail.tsx';
import { LibraryLine } from './LibraryLine.tsx';
import './App.css';

const secondPart = async () => import('./secondPart.tsx');
const overWindow = later(async () => (await secondPart()).OverWindow);
const reader = later(async () => (await import('../reader/Reader.tsx')).Reader);
const laterPlaces = {
  library: later(async () => (await secondPart()).LibraryPlace),
  timeline: later(async () => (await import('../timeline/TimelinePlace.tsx')).TimelinePlace),
  trips: later(async () => (await import('../trips/TripsPlace.tsx')).TripsPlace),
  settings: later(async () => (await import('../settings/SettingsPlace.tsx')).SettingsPlace),
};
const SCREENS: Readonly<Record<Place, ComponentType>> = {
  queue: QueuePlace,
  timeline: laterPlaces.timeline.Component,
  library: laterPlaces.library.Component,
  trips: laterPlaces.trips.Component,
  settings: laterPlaces.settings.Component,
};

/** Loads what lies over the window, and the library: to be called once the first part has asked for all that it shows. */
export async function loadSecondPart(): Promise<void> {
  await Promise.all([overWindow.load(), laterPlaces.library.load()]);
}

/** Fetches at once what the window is sure to begin with. */
function loadFirst({ place, article }: View): void {
  if (place !== 'queue') attempt(laterPlaces[place].load());
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
      <overWindow.Component />
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
