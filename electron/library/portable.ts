// The program's own place in; the folder that goes with it when Layover is carried along out. Makes nothing.
import { dirname, join } from 'node:path';

/** What tells where the program lies. */
export interface ProgramPlace {
  /** As `process.execPath`. */
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

/**
 * The folder beside the program that holds library and profile of a portable Layover. Programs that unpack themselves somewhere else
 * before they run (AppImage, electron-builder's portable one for Windows) say by the environment where they were started.
 */
export function portableFolder({ program, env, platform }: ProgramPlace): string {
  const started = platform === 'win32' ? env['PORTABLE_EXECUTABLE_DIR'] : undefined;
  const image = platform === 'linux' ? env['APPIMAGE'] : undefined;
  // On a Mac the program lies in Layover.app/Contents/MacOS.
  const file = platform === 'darwin' ? dirname(dirname(dirname(program))) : (image ?? program);
  return join(started ?? dirname(file), 'Layover data');
}
