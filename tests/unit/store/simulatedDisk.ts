// A disk in memory that remembers what was synced and can be looked at as after a crash at any of its operations: with all that was
// done, or without unsynced names, or with unsynced bytes lost, torn or turned to zeros. After LevelDB's fault injection tests.
import type { Disk, DiskFile, DiskParts, FolderEntry } from '../../../electron/store/disk.ts';

/** Bytes in a file and names in a folder; nodes are numbered, the root is 0. */
type Node =
  | { readonly kind: 'file'; bytes: Uint8Array; syncedSize: number }
  | { readonly kind: 'folder'; readonly entries: Map<string, number> };

type Image = Map<number, Node>;
interface Place {
  readonly folder: number;
  readonly name: string;
}

/** One step the disk was asked to take. */
export type Operation =
  | { readonly does: 'create' | 'makeFolder' | 'link' | 'unlink'; readonly at: Place; readonly node: number }
  | { readonly does: 'rename'; readonly at: Place; readonly to: Place; readonly node: number }
  | { readonly does: 'write'; readonly node: number; readonly bytes: Uint8Array }
  | { readonly does: 'sync' | 'syncFolder'; readonly node: number };

/** What a crash makes of what had not been synced. */
export interface CrashKind {
  /** Says of each unsynced change of a name whether it survives. */
  readonly keepsName: (operation: number) => boolean;
  readonly bytes: 'kept' | 'lost' | 'torn' | 'zeroed';
}

/** Makes the error a system would throw. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}

export class SimulatedDisk implements Disk {
  readonly operations: Operation[] = [];
  waitedMs = 0;
  readonly stampOf = async (path: string): Promise<string> => String(await this.sizeOf(path));
  readonly #start: Image;
  readonly #image: Image;
  #nextNode: number;

  constructor(image: Image = new Map([[0, { kind: 'folder', entries: new Map() }]])) {
    this.#start = copyImage(image);
    this.#image = image;
    this.#nextNode = Math.max(...image.keys()) + 1;
  }

  /** The disk as a machine finds it that stopped after the first `count` operations. */
  afterCrash(count: number, kind: CrashKind): SimulatedDisk {
    const done = this.operations.slice(0, count);
    const durable = durableNames(done);
    const image = copyImage(this.#start);
    done.forEach((operation, index) => {
      const isName = foldersOf(operation).length > 0;
      if (!isName || durable.has(index) || kind.keepsName(index)) apply(image, operation);
      else if (operation.does === 'create' || operation.does === 'makeFolder') addNode(image, operation);
    });
    for (const node of image.values()) if (node.kind === 'file') damage(node, kind.bytes);
    return new SimulatedDisk(image);
  }

  /** Everything that can be reached, as text; equal for equal disks. */
  describe(node = 0): string {
    const found = this.#image.get(node);
    if (found?.kind !== 'folder') return Buffer.from(found?.bytes ?? []).toString('latin1');
    const names = [...found.entries].sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${names.map(([name, child]) => `${name}=${this.describe(child)}`).join('|')}}`;
  }

  create(path: string): Promise<DiskFile> {
    return run(() => {
      const at = this.#place(path);
      if (this.#folder(at.folder).entries.has(at.name)) throw systemError('EEXIST');
      const node = this.#nextNode++;
      this.#do({ does: 'create', at, node });
      return this.#opened(node);
    });
  }

  append(path: string): Promise<DiskFile> {
    return run(() => {
      const at = this.#place(path);
      const node = this.#folder(at.folder).entries.get(at.name) ?? this.#nextNode++;
      if (!this.#folder(at.folder).entries.has(at.name)) this.#do({ does: 'create', at, node });
      return this.#opened(node);
    });
  }

  openParts(path: string): Promise<DiskParts> {
    return run(() => {
      const node = this.#image.get(this.#find(path));
      if (node?.kind !== 'file') throw systemError('EISDIR');
      return {
        read: (at, length) => run(() => node.bytes.slice(at, at + length)),
        close: () => Promise.resolve(),
      };
    });
  }

  read(path: string): Promise<Uint8Array> {
    return run(() => {
      const node = this.#image.get(this.#find(path));
      if (node?.kind !== 'file') throw systemError('EISDIR');
      return Uint8Array.from(node.bytes);
    });
  }

  list(path: string): Promise<readonly FolderEntry[]> {
    return run(() =>
      [...this.#folder(this.#find(path)).entries].map(([name, node]) => ({
        name,
        kind: this.#image.get(node)?.kind ?? 'other',
      })),
    );
  }

  sizeOf(path: string): Promise<number | undefined> {
    return run(() => {
      const { folder, name } = this.#placeIfThere(path) ?? { folder: -1, name: '' };
      const parent = this.#image.get(folder);
      const node = parent?.kind === 'folder' ? this.#image.get(parent.entries.get(name) ?? -1) : undefined;
      return node?.kind === 'file' ? node.bytes.byteLength : undefined;
    });
  }

  resolve(path: string): Promise<string> {
    return run(() => (this.#find(path), path));
  }

  makeFolder(path: string): Promise<void> {
    return run(() => {
      const at = this.#place(path);
      if (this.#folder(at.folder).entries.has(at.name)) return;
      this.#do({ does: 'makeFolder', at, node: this.#nextNode++ });
    });
  }

  rename(from: string, to: string): Promise<void> {
    return run(() => {
      const node = this.#find(from);
      const target = this.#place(to);
      const there = this.#image.get(this.#folder(target.folder).entries.get(target.name) ?? -1);
      if (there?.kind === 'folder' && there.entries.size > 0) throw systemError('ENOTEMPTY');
      // Two names of one file: rename(2) does nothing and says that all is well.
      if (this.#folder(target.folder).entries.get(target.name) === node) return;
      this.#do({ does: 'rename', at: this.#place(from), to: target, node });
    });
  }

  link(from: string, to: string): Promise<void> {
    return run(() => {
      const at = this.#place(to);
      if (this.#folder(at.folder).entries.has(at.name)) throw systemError('EEXIST');
      this.#do({ does: 'link', at, node: this.#find(from) });
    });
  }

  remove(path: string): Promise<void> {
    return run(() => {
      const at = this.#placeIfThere(path);
      const node = at === undefined ? undefined : this.#folder(at.folder).entries.get(at.name);
      if (at !== undefined && node !== undefined) this.#removeTree(at, node);
    });
  }

  readonly syncFolder = (path: string): Promise<void> =>
    run(() => this.#do({ does: 'syncFolder', node: this.#find(path) }));
  readonly freeBytes = (): Promise<number> => Promise.resolve(Infinity);
  readonly isReadOnly = (): Promise<boolean> => Promise.resolve(false);
  wait(milliseconds: number): Promise<void> {
    this.waitedMs += milliseconds;
    return Promise.resolve();
  }

  #opened(node: number): DiskFile {
    return {
      write: (bytes) => run(() => (this.#do({ does: 'write', node, bytes: Uint8Array.from(bytes) }), bytes.byteLength)),
      sync: () => run(() => this.#do({ does: 'sync', node })),
      close: () => Promise.resolve(),
    };
  }

  #removeTree(at: Place, node: number): void {
    const found = this.#image.get(node);
    if (found?.kind === 'folder') {
      for (const [name, child] of new Map(found.entries)) this.#removeTree({ folder: node, name }, child);
    }
    this.#do({ does: 'unlink', at, node });
  }

  #do(operation: Operation): void {
    apply(this.#image, operation);
    this.operations.push(operation);
  }

  #folder(node: number): Extract<Node, { kind: 'folder' }> {
    const found = this.#image.get(node);
    if (found === undefined) throw systemError('ENOENT');
    if (found.kind !== 'folder') throw systemError('ENOTDIR');
    return found;
  }

  #find(path: string): number {
    let node = 0;
    for (const name of path.split('/').filter((part) => part !== '')) {
      const next = this.#folder(node).entries.get(name);
      if (next === undefined) throw systemError('ENOENT');
      node = next;
    }
    return node;
  }

  #place(path: string): Place {
    const cut = path.lastIndexOf('/');
    const folder = this.#find(path.slice(0, cut));
    return { folder: this.#folder(folder) ? folder : -1, name: path.slice(cut + 1) };
  }

  #placeIfThere(path: string): Place | undefined {
    try {
      return this.#place(path);
    } catch (failure) {
      if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return undefined;
      throw failure;
    }
  }
}

/** A step of the simulated disk takes a turn of the event loop, as a real one does, and rejects where it throws. */
async function run<T>(step: () => T): Promise<T> {
  await Promise.resolve();
  return step();
}

/** Folders whose names the operation changes. */
function foldersOf(operation: Operation): readonly number[] {
  if (operation.does === 'rename') return [operation.at.folder, operation.to.folder];
  return 'at' in operation ? [operation.at.folder] : [];
}

/**
 * Changes of names that no crash undoes: those of a folder synced later, and, since a folder's changes reach the device in their order and
 * a rename reaches both its folders at once, those before them in any folder they touch.
 */
function durableNames(operations: readonly Operation[]): ReadonlySet<number> {
  const durable = new Set<number>();
  const folders = new Set<number>();
  for (let index = operations.length - 1; index >= 0; index -= 1) {
    const operation = operations[index];
    if (operation?.does === 'syncFolder') folders.add(operation.node);
    const touched = operation === undefined ? [] : foldersOf(operation);
    if (!touched.some((folder) => folders.has(folder))) continue;
    durable.add(index);
    for (const folder of touched) folders.add(folder);
  }
  return durable;
}

function addNode(image: Image, operation: Operation): void {
  if (operation.does === 'create') image.set(operation.node, { kind: 'file', bytes: new Uint8Array(), syncedSize: 0 });
  if (operation.does === 'makeFolder') image.set(operation.node, { kind: 'folder', entries: new Map() });
}

function apply(image: Image, operation: Operation): void {
  addNode(image, operation);
  const entriesOf = (folder: number): Map<string, number> => {
    const found = image.get(folder);
    return found?.kind === 'folder' ? found.entries : new Map<string, number>();
  };
  switch (operation.does) {
    case 'create':
    case 'makeFolder':
    case 'link':
      entriesOf(operation.at.folder).set(operation.at.name, operation.node);
      return;
    case 'unlink':
      if (entriesOf(operation.at.folder).get(operation.at.name) === operation.node) {
        entriesOf(operation.at.folder).delete(operation.at.name);
      }
      return;
    case 'rename': {
      const { at, to, node } = operation;
      const there = entriesOf(to.folder).get(to.name);
      if (there !== undefined && entriesOf(there).size > 0) return;
      // A durable rename of something whose first name was never synced still names it.
      if (entriesOf(at.folder).get(at.name) === node) entriesOf(at.folder).delete(at.name);
      entriesOf(to.folder).set(to.name, node);
      return;
    }
    case 'write':
    case 'sync': {
      const file = image.get(operation.node);
      if (file?.kind !== 'file') return;
      if (operation.does === 'write') file.bytes = Buffer.concat([file.bytes, operation.bytes]);
      else file.syncedSize = file.bytes.byteLength;
      return;
    }
    case 'syncFolder':
  }
}

function damage(file: Extract<Node, { kind: 'file' }>, how: CrashKind['bytes']): void {
  const unsynced = file.bytes.byteLength - file.syncedSize;
  if (how === 'lost') file.bytes = file.bytes.slice(0, file.syncedSize);
  if (how === 'torn') file.bytes = file.bytes.slice(0, file.syncedSize + Math.floor(unsynced / 2));
  if (how === 'zeroed') file.bytes = file.bytes.slice().fill(0, file.syncedSize);
  file.syncedSize = file.bytes.byteLength;
}

function copyImage(image: Image): Image {
  return new Map(
    [...image].map(([number, node]) => [
      number,
      node.kind === 'file'
        ? { kind: 'file', bytes: node.bytes, syncedSize: node.bytes.byteLength }
        : { kind: 'folder', entries: new Map(node.entries) },
    ]),
  );
}
