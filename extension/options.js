// Where the code is pasted that lets this browser in, with what Layover says to it.
import { findDoor, storedCode } from './door.js';
import { count } from './queue.js';

const field = document.querySelector('#code');
const state = document.querySelector('#state');
const waiting = document.querySelector('#waiting');

async function look() {
  if (!(field instanceof HTMLInputElement) || state === null || waiting === null) return;
  const code = field.value.trim();
  const kept = await count();
  waiting.textContent = kept === 0 ? '' : `${kept} ${kept === 1 ? 'page waits' : 'pages wait'} here for Layover.`;
  if (code === '') {
    state.textContent = '';
    return;
  }
  const door = await findDoor(code);
  if ('port' in door) state.textContent = 'Connected.';
  else if (door.answer === 'unpaired') state.textContent = 'Layover has another code. Copy it once more.';
  else state.textContent = 'Layover is not open, or lets no browser in. Pages are kept here until it does.';
}

if (field instanceof HTMLInputElement) {
  field.value = await storedCode();
  field.addEventListener('input', () => {
    void chrome.storage.local.set({ code: field.value.trim() }).then(look);
  });
}
await look();
