// Pages in; Layover on this computer, if it is there, has them afterwards.
/** @import { ShownPage } from './readPage.js' */

const PORTS = Array.from({ length: 10 }, (_, index) => 17_843 + index);

/** Why Layover did not take a page: it is not there, or it does not know this browser. @typedef {'taken' | 'away' | 'unpaired' | 'refused'} Answer */

/** The code that was pasted into the options. @returns {Promise<string>} */
export async function storedCode() {
  const { code } = await chrome.storage.local.get('code');
  return typeof code === 'string' ? code : '';
}

/** The port that was put into the storage for a Layover that listens elsewhere. @returns {Promise<number[]>} */
async function portsToTry() {
  const { port } = await chrome.storage.local.get('port');
  return typeof port === 'number' ? [port, ...PORTS.filter((each) => each !== port)] : PORTS;
}

/**
 * Finds the port at which Layover knows the code.
 * @param {string} code
 * @returns {Promise<{ port: number } | { answer: 'away' | 'unpaired' }>}
 */
export async function findDoor(code) {
  /** @type {'away' | 'unpaired'} */
  let answer = 'away';
  for (const port of await portsToTry()) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/hello`, { headers: { authorization: `Bearer ${code}` } });
      if (response.ok) {
        await chrome.storage.local.set({ port });
        return { port };
      }
      if (response.status === 401) answer = 'unpaired';
    } catch {
      // Nobody listens there.
    }
  }
  return { answer };
}

/**
 * Hands a page over.
 * @param {ShownPage} page
 * @returns {Promise<Answer>}
 */
export async function handOver({ address, html, images }) {
  const code = await storedCode();
  if (code === '') return 'unpaired';
  const door = await findDoor(code);
  if ('answer' in door) return door.answer;
  try {
    const response = await fetch(`http://127.0.0.1:${door.port}/save`, {
      method: 'POST',
      headers: { authorization: `Bearer ${code}`, 'content-type': 'application/json' },
      body: JSON.stringify({ address, html, images }),
    });
    if (response.ok) return 'taken';
    return response.status === 401
      ? 'unpaired'
      : response.status >= 500 || response.status === 429
        ? 'away'
        : 'refused';
  } catch {
    return 'away';
  }
}
