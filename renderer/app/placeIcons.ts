// The picture of each place, in the rail and for the commands that go there.
import { LibraryIcon, QueueIcon, SettingsIcon, TimelineIcon, TripsIcon } from '../ui/icons.ts';

/** By the place. */
export const PLACE_ICONS = {
  queue: QueueIcon,
  timeline: TimelineIcon,
  library: LibraryIcon,
  trips: TripsIcon,
  settings: SettingsIcon,
} as const;
