// In: the app's arguments. Out: Layover in its window (or in a virtual display that it says how to look into), and its exit code.
import { electronRuntime } from './runtime/electronRuntime.mjs';
import { runElectron } from './runtime/runElectron.mjs';
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { callerFolder, PROJECT } from './setup/paths.mjs';
import { say } from './setup/report.mjs';
import { isWithoutDisplay, startDisplay } from './system/display.mjs';
import { ensureSystem } from './system/ensureSystem.mjs';

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the app's exit code
 * @throws {import('./setup/report.mjs').SetupError} when something is missing that cannot be set up here
 */
export async function startLayover(args) {
  await ensurePackages();
  await ensureBuild();
  const runtime = await electronRuntime();
  const needsDisplay = isWithoutDisplay();
  await ensureSystem({ executable: runtime.executable, needsDisplay, needsChromium: false });
  const cwd = callerFolder({ env: process.env, cwd: process.cwd(), project: PROJECT, script: 'start' });
  if (!needsDisplay) return runElectron(runtime, args, { cwd, env: process.env });
  const display = await startDisplay();
  try {
    say(howToSee(display));
    return await runElectron(runtime, args, { cwd, env: display.env });
  } finally {
    await display.stop();
  }
}

/** @param {import('./system/display.mjs').Display} display */
function howToSee({ name, authority }) {
  return [
    `There is no display here, so Layover runs in a virtual one (${name}). To see and use its window, in another terminal:`,
    '  sudo apt-get install -y x11vnc',
    `  x11vnc -display ${name} -auth ${authority} -localhost -forever -rfbport 5900`,
    'then point a VNC viewer to localhost:5900 (from another machine, first: ssh -L 5900:localhost:5900 THIS-MACHINE).',
    'Ctrl-C here closes Layover.',
  ].join('\n');
}
