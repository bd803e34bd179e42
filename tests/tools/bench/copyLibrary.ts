// A seeded library in; a copy to work on out, made of hard links, so that 100,000 articles are copied in seconds. What is in the cache
// stays as it is, since the store replaces files whole and never writes into one.
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { layoutOf } from '../../../electron/store/layout.ts';
import type { SeededLibrary } from './seedLibrary.ts';

/** A library of one's own. */
export interface LibraryCopy {
  readonly folder: string;
  remove(): void;
}

/** Copies what is the truth of a library; nothing that is derived from it. Throws the system's error. */
export function copyLibrary({ folder }: Pick<SeededLibrary, 'folder'>): LibraryCopy {
  const copy = mkdtempSync(`${folder}.copy-`);
  const [from, to] = [layoutOf(folder), layoutOf(copy)];
  copyFileSync(from.libraryFile, to.libraryFile);
  linkAll(from.articles, to.articles);
  linkAll(from.assets, to.assets);
  return { folder: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

function linkAll(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, target);
    else linkSync(source, target);
  }
}
