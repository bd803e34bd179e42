// Loaded into the real app before its own program: waits until a window stands with an article at the place that it is told, lets its script hang while keys are
// pressed, and writes down when the process was ended, when it was back and where. Nobody looks into the window with a debugger, so Chromium minds hanging.
// Uses: the environment's HANG_FILE (where to write to), HANG_TOP (the script that tells the place), HANG_PLACE (the place), HANG_CARED ("no": without our care).
const { writeFileSync } = require('node:fs');
const { setTimeout: pause } = require('node:timers/promises');
const { app } = require('electron');

const { HANG_FILE, HANG_TOP, HANG_PLACE, HANG_CARED } = process.env;
const MOST_MS = 60_000;
const HANGING_MS = 45_000;

async function until(contents, mostMs) {
  const begun = performance.now();
  while (performance.now() - begun < mostMs) {
    const place = await Promise.race([contents.executeJavaScript(HANG_TOP).catch(() => ''), pause(1_000, '')]);
    if (place === HANG_PLACE) return performance.now() - begun;
    await pause(25);
  }
  return null;
}

app.on('browser-window-created', async (_event, window) => {
  const { webContents } = window;
  await until(webContents, MOST_MS);
  window.focus();
  if (HANG_CARED === 'no') window.removeAllListeners('unresponsive');
  const begun = performance.now();
  const gone = new Promise((done) => webContents.once('render-process-gone', () => done(true)));
  webContents.executeJavaScript('for (;;);').catch(() => undefined);
  const presses = setInterval(() => {
    if (!webContents.isCrashed()) webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Shift' });
  }, 250);
  const isGone = await Promise.race([gone, pause(HANGING_MS, false)]);
  clearInterval(presses);
  const endedMs = performance.now() - begun;
  const backMs = isGone ? await until(webContents, MOST_MS) : null;
  writeFileSync(HANG_FILE, JSON.stringify({ endedMs, backMs }));
  if (isGone) app.quit();
  else process.kill(process.pid, 'SIGKILL');
});
