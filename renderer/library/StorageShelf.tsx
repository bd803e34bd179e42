// What takes how much room: by kind, by site, by article; and the limit that the person sets.
import type { ReactNode } from 'react';
import type { LibraryStorage } from '#contract/storage.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { goTo, openArticle } from '../app/navigation.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatBytes, formatCount } from '../ui/dates.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { words } from '../ui/words.ts';
import { CapSetting } from './CapSetting.tsx';
import { siteTerm } from './queryTerms.ts';
import { StorageTable, type StorageRow } from './StorageTable.tsx';
import './StorageShelf.css';

/** Draws the shelf. */
export function StorageShelf(): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const { capBytes, capPolicy } = useMirror((mirror) => mirror.settings);
  const answer = useAnswer(`${revision} ${capBytes} ${capPolicy}`, () => call('library.storage'));
  if (answer.state === 'waiting') return <Notice title={words.storage.counting} />;
  if (answer.state === 'failed') return <FailureNotice title={words.storage.failed} {...answer} />;
  return <Storage storage={answer.value} />;
}

function Storage({ storage }: { readonly storage: LibraryStorage }): ReactNode {
  const { sites, largest, freeBytes, totalBytes } = storage;
  const parts = partsOf(storage);
  return (
    <div className="storage" role="group" aria-label={words.shelves.names.storage}>
      <p className="storage-total">
        <strong>{words.storage.total({ size: formatBytes(totalBytes) })}</strong>
        {freeBytes !== null && <span>{words.storage.free({ size: formatBytes(freeBytes) })}</span>}
      </p>
      <div className="storage-bar" aria-hidden>
        {parts.map(({ name, bytes }) => (
          <span key={name} data-part={name} style={{ flexGrow: Math.max(0, bytes) }} />
        ))}
      </div>
      <StorageTable
        title={words.storage.partsTitle}
        heads={[words.storage.part, words.storage.count, words.storage.bytes]}
        rows={parts.map(({ name, count, bytes }): StorageRow => ({
          key: name,
          label: words.storage.parts[name],
          mark: name,
          cells: [count === undefined ? '' : formatCount(count), formatBytes(bytes)],
        }))}
      />
      <CapSetting state={storage.cap} />
      <StorageTable
        title={words.storage.sitesTitle}
        heads={[words.storage.site, words.storage.articles, words.storage.bytes, words.storage.freed]}
        rows={sites.map(({ site, articles, bytes, freedBytes }): StorageRow => ({
          key: site ?? '',
          label: site ?? words.storage.noSite,
          cells: [formatCount(articles), formatBytes(bytes), formatBytes(freedBytes)],
          ...(site === null ? {} : { open: () => goTo('library', { query: siteTerm(site) }) }),
        }))}
      />
      <StorageTable
        title={words.storage.largestTitle}
        heads={[words.storage.article, words.storage.bytes, words.storage.freed]}
        rows={largest.map(({ id, title, bytes, freedBytes }): StorageRow => ({
          key: id,
          label: title,
          cells: [formatBytes(bytes), formatBytes(freedBytes)],
          open: () => openArticle(id),
        }))}
      />
    </div>
  );
}

interface Part {
  readonly name: keyof typeof words.storage.parts;
  readonly count?: number;
  readonly bytes: number;
}

function partsOf(storage: LibraryStorage): readonly Part[] {
  const { articles, pictures, copies, trash, highlights } = storage;
  return [
    { name: 'articles', ...articles },
    { name: 'pictures', ...pictures },
    { name: 'copies', ...copies },
    { name: 'trash', ...trash },
    { name: 'highlights', ...highlights },
    { name: 'feeds', bytes: storage.feedBytes },
    { name: 'imports', bytes: storage.importBytes },
    { name: 'derived', bytes: storage.derivedBytes },
    { name: 'other', bytes: storage.otherBytes },
  ];
}
