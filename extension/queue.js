// Pages that Layover has not taken yet, kept by the browser until it does, in the order in which they were saved.
/** @import { ShownPage } from './readPage.js' */

const STORE = 'pages';

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open('layover', 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { autoIncrement: true }));
  return done(request);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the queue could not be used')));
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>}
 */
async function withStore(mode, act) {
  const database = await open();
  try {
    return await done(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** Keeps a page; resolves when the browser has it safe. @param {ShownPage} page @returns {Promise<void>} */
export async function keep(page) {
  await withStore('readwrite', (store) => store.add(page));
}

/** How many are kept. @returns {Promise<number>} */
export function count() {
  return withStore('readonly', (store) => store.count());
}

/** The one that was kept first, with its number. @returns {Promise<{ key: IDBValidKey, page: ShownPage } | undefined>} */
export async function first() {
  const [key] = await withStore('readonly', (store) => store.getAllKeys(null, 1));
  if (key === undefined) return undefined;
  /** @type {ShownPage} */
  const page = await withStore('readonly', (store) => store.get(key));
  return { key, page };
}

/** Forgets one. @param {IDBValidKey} key @returns {Promise<void>} */
export async function drop(key) {
  await withStore('readwrite', (store) => store.delete(key));
}
