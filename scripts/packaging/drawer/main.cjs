// Run as an app by Electron: an SVG file, a folder and sizes in; a PNG of each size in that folder, SIZExSIZE.png. The icon is drawn by
// the browser that Layover brings anyway, so nothing else has to be installed. Exit code 1, and the reason, when it cannot.
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

const own = process.argv.slice(process.argv.findIndex((word) => path.resolve(word) === __dirname) + 1);
const [svgFile = '', folder = '', ...sizes] = own;

/**
 * Runs in the page.
 * @param {string} svg in base64
 * @param {readonly number[]} wanted
 */
async function draw(svg, wanted) {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${svg}`;
  await image.decode();
  return wanted.map((size) => {
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size;
    canvas.getContext('2d')?.drawImage(image, 0, 0, size, size);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
}

async function main() {
  await app.whenReady();
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
  const svg = readFileSync(svgFile).toString('base64');
  /** @type {readonly string[]} */
  const drawn = await window.webContents.executeJavaScript(
    `(${String(draw)})(${JSON.stringify(svg)}, [${sizes.join()}])`,
  );
  drawn.forEach((png, i) =>
    writeFileSync(path.join(folder, `${sizes[i]}x${sizes[i]}.png`), Buffer.from(png, 'base64')),
  );
}

main().then(
  () => app.exit(0),
  (error) => {
    process.stderr.write(`The icon could not be drawn: ${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  },
);
