// In: the bytes of an Electron program. Out: its fuses, and the same bytes with ours set. Fuses are bytes inside the program, behind a
// mark, which Electron reads before anything else: https://www.electronjs.org/docs/latest/tutorial/fuses
// Refuses a program without the mark, of another version of the wire, or with a fuse that nobody here has decided about.

const MARK = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1');
const WIRE_VERSION = 1;
const OFF = 0x30;
const ON = 0x31;
const REMOVED = 0x72;

/**
 * All of Electron's fuses in the order of its wire, and what they are to be. An older Electron has a shorter wire.
 * @type {readonly { name: string, isOn: boolean }[]}
 */
export const FUSES = [
  { name: 'runAsNode', isOn: false },
  { name: 'enableCookieEncryption', isOn: true },
  { name: 'enableNodeOptionsEnvironmentVariable', isOn: false },
  { name: 'enableNodeCliInspectArguments', isOn: false },
  { name: 'enableEmbeddedAsarIntegrityValidation', isOn: true },
  { name: 'onlyLoadAppFromAsar', isOn: true },
  // On, Electron would look for a snapshot of our own, and there is none.
  { name: 'loadBrowserProcessSpecificV8Snapshot', isOn: false },
  { name: 'grantFileProtocolExtraPrivileges', isOn: false },
  { name: 'wasmTrapHandlers', isOn: true },
];

/**
 * Where each wire begins: one in most programs, two in a Mac's universal ones.
 * @param {Buffer} program
 * @returns {readonly number[]}
 */
function wiresOf(program) {
  const places = [];
  for (let at = program.indexOf(MARK); at !== -1; at = program.indexOf(MARK, at + 1)) {
    const wire = at + MARK.length;
    if (program[wire] !== WIRE_VERSION) throw new Error(`the fuses are of version ${program[wire]}, not 1`);
    places.push(wire);
  }
  if (places.length === 0) throw new Error('this is no Electron: it has no fuses');
  return places;
}

/**
 * The places of the fuses that a program has, by name.
 * @param {Buffer} program
 * @param {number} wire
 */
function placesOf(program, wire) {
  const length = program[wire + 1] ?? 0;
  if (length > FUSES.length) {
    throw new Error(
      `this Electron has ${length} fuses, and Layover knows ${FUSES.length}: see scripts/packaging/fuses.mjs`,
    );
  }
  return FUSES.slice(0, length).map(({ name, isOn }, index) => ({ name, isOn, at: wire + 2 + index }));
}

/**
 * What each fuse of a program is, in the order of its wire; `removed` is one that this Electron no longer heeds. Of a universal program
 * each fuse is told once, and as `mixed` where its halves differ.
 * @param {Buffer} program
 * @returns {Map<string, 'on' | 'off' | 'removed' | 'mixed'>}
 */
export function readFuses(program) {
  /** @type {Map<string, 'on' | 'off' | 'removed' | 'mixed'>} */
  const found = new Map();
  for (const wire of wiresOf(program)) {
    for (const { name, at } of placesOf(program, wire)) {
      const state = stateOf(program[at]);
      found.set(name, (found.get(name) ?? state) === state ? state : 'mixed');
    }
  }
  return found;
}

/** @param {number | undefined} byte */
function stateOf(byte) {
  if (byte === ON) return 'on';
  if (byte === OFF) return 'off';
  if (byte === REMOVED) return 'removed';
  throw new Error(`a fuse has the state ${byte}, which means nothing`);
}

/**
 * Sets every fuse that the program has, in place.
 * @param {Buffer} program
 * @returns {readonly string[]} the names of those that it does not have
 */
export function setFuses(program) {
  let known = FUSES.length;
  for (const wire of wiresOf(program)) {
    const places = placesOf(program, wire);
    for (const { isOn, at } of places) if (program[at] !== REMOVED) program[at] = isOn ? ON : OFF;
    known = Math.min(known, places.length);
  }
  return FUSES.slice(known).map(({ name }) => name);
}

/**
 * Sets one fuse, in place; for tests that need to look in.
 * @param {Buffer} program
 * @param {string} name
 * @param {boolean} isOn
 * @throws {Error} when the program has none of this name
 */
export function setFuse(program, name, isOn) {
  for (const wire of wiresOf(program)) {
    const place = placesOf(program, wire).find((fuse) => fuse.name === name);
    if (place === undefined) throw new Error(`this Electron has no fuse ${name}`);
    program[place.at] = isOn ? ON : OFF;
  }
}
