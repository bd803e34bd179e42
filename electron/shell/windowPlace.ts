// Where the window was when it was left, and the screens there are now, in; where it opens, out: on a screen, whatever became of the one it was on. Knows no Electron.
import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

/** A part of the screens, in the system's own pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A window's place. */
export interface WindowPlace {
  /** While it is neither maximised nor full screen. */
  readonly bounds: Bounds;
  readonly isMaximized: boolean;
  readonly isFullScreen: boolean;
}

/** A window is never smaller. */
export const LEAST = { width: 640, height: 480 } as const;
const FIRST: Size = { width: 1280, height: 860 };
/** So much of its upper edge, by which it is moved, has to be on a screen. */
const GRASP = { width: 120, height: 32 } as const;

const whole = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const schema = v.object({
  bounds: v.object({ x: whole, y: whole, width: whole, height: whole }),
  isMaximized: v.boolean(),
  isFullScreen: v.boolean(),
});

/** Reads it; `undefined` where nothing that can be used is written, which is no failure: the window then opens as the first time. */
export function readWindowPlace(file: string): WindowPlace | undefined {
  try {
    const read = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.output : undefined;
  } catch (failure) {
    if (failure instanceof Error) return undefined;
    throw failure;
  }
}

/** Writes it down; on a disk that refuses, the window opens as the last time that it was written. */
export function writeWindowPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, `${JSON.stringify(place)}\n`);
  } catch (failure) {
    if (!(failure instanceof Error && 'code' in failure)) throw failure;
  }
}

/**
 * Where the window opens, given the work areas of all screens, the main one first. One that cannot be grasped any more goes to the middle of the main screen, and
 * none is larger than the screen it is on. Without a place to come back to, the system chooses where.
 */
export function fitWindow(place: WindowPlace | undefined, screens: readonly Bounds[]): Partial<Bounds> & Size {
  const [main] = screens;
  if (place === undefined || main === undefined) return smaller(FIRST, main);
  const { bounds } = place;
  const on = screens.find((screen) => canBeGrasped(bounds, screen));
  const size = smaller(bounds, on ?? main);
  if (on !== undefined)
    return {
      ...size,
      x: within(bounds.x, size.width, on.x, on.width),
      y: within(bounds.y, size.height, on.y, on.height),
    };
  return {
    ...size,
    x: Math.round(main.x + (main.width - size.width) / 2),
    y: Math.round(main.y + (main.height - size.height) / 2),
  };
}

function canBeGrasped({ x, y, width }: Bounds, screen: Bounds): boolean {
  const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return across >= GRASP.width && y >= screen.y - GRASP.height && y + GRASP.height <= screen.y + screen.height;
}

function smaller(size: Size, screen: Bounds | undefined): Size {
  const most = screen ?? { width: size.width, height: size.height };
  return {
    width: Math.max(LEAST.width, Math.min(size.width, most.width)),
    height: Math.max(LEAST.height, Math.min(size.height, most.height)),
  };
}

/** A side that hangs over stays so by as much as it can be seen and reached again; one that fits is left where it is. */
function within(at: number, length: number, from: number, room: number): number {
  return length >= room ? from : at < from && at + length < from + GRASP.width ? from : at;
}
