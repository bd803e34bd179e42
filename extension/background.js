// The button and the menu entry: the page one sees goes into the queue, and the queue to Layover as soon as it is there.
import { handOver } from './door.js';
import { count, drop, first, keep } from './queue.js';
import { readPage } from './readPage.js';

const MENU = 'save-page';
const ALARM = 'deliver';
const MINUTES = 1;

/** One delivery at a time; one that is asked for meanwhile comes after it. */
let delivering = Promise.resolve();

/**
 * Reads a tab and keeps what it shows; Layover gets it now or later.
 * @param {chrome.tabs.Tab | undefined} tab
 */
async function saveTab(tab) {
  if (tab?.id === undefined) return;
  try {
    const [read] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: readPage });
    if (read?.result === undefined || !/^https?:/.test(read.result.address)) throw new Error('no page of the web');
    await keep(read.result);
  } catch {
    await show('!', 'This page cannot be saved from here. Only pages of the web can.');
    return;
  }
  await deliver();
}

function deliver() {
  delivering = delivering.then(deliverAll).catch(() => show('!', 'The pages that wait could not be read.'));
  return delivering;
}

async function deliverAll() {
  for (let next = await first(); next !== undefined; next = await first()) {
    const answer = await handOver(next.page);
    // What Layover does not want it will not want later either.
    if (answer === 'taken' || answer === 'refused') {
      await drop(next.key);
      continue;
    }
    const waiting = await count();
    await chrome.alarms.create(ALARM, { periodInMinutes: MINUTES });
    if (answer === 'unpaired') {
      await show('?', 'Layover does not know this browser yet. Open the options and paste the code.');
      await chrome.runtime.openOptionsPage();
    } else {
      await show(String(waiting), `${waiting} kept here until Layover is open.`);
    }
    return;
  }
  await chrome.alarms.clear(ALARM);
  await show('✓', 'Saved to Layover.');
}

/**
 * @param {string} text
 * @param {string} title
 */
async function show(text, title) {
  await chrome.action.setBadgeText({ text });
  await chrome.action.setTitle({ title });
}

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({
    id: MENU,
    title: 'Save this page to Layover',
    contexts: ['page', 'selection', 'image', 'link'],
  });
});
chrome.action.onClicked.addListener((tab) => void saveTab(tab));
chrome.contextMenus.onClicked.addListener((_info, tab) => void saveTab(tab));
chrome.alarms.onAlarm.addListener(() => void deliver());
chrome.storage.onChanged.addListener((changes) => {
  if (changes['code'] !== undefined) void deliver();
});
chrome.runtime.onStartup.addListener(() => void deliver());
