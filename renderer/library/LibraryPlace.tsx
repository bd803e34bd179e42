// The library: articles, and beside them what was removed and what takes the room.
import type { ReactNode } from 'react';
import { useMirror } from '../app/mirror.ts';
import { goTo, useView } from '../app/navigation.ts';
import { HighlightsView } from '../highlights/HighlightsView.tsx';
import { FirstRun } from '../queue/FirstRun.tsx';
import { Notice } from '../ui/Notice.tsx';
import { words } from '../ui/words.ts';
import { ArticleShelf } from './ArticleShelf.tsx';
import { partOf, SHELVES, shelfOf, type Shelf } from './shelves.ts';
import { StorageShelf } from './StorageShelf.tsx';
import { TrashShelf } from './TrashShelf.tsx';
import './LibraryPlace.css';

/** Draws the library. */
export function LibraryPlace(): ReactNode {
  const shelf = shelfOf(useView((view) => view.part));
  return (
    <div className="place">
      <header className="place-header library-header">
        <h1>{words.places.library}</h1>
        <nav className="shelves" aria-label={words.shelves.label}>
          {SHELVES.map((each) => (
            <button
              key={each}
              type="button"
              className="shelf"
              aria-current={each === shelf ? 'page' : undefined}
              onClick={() => goTo('library', { part: partOf(each) })}
            >
              {words.shelves.names[each]}
            </button>
          ))}
        </nav>
      </header>
      <ShelfContent shelf={shelf} />
    </div>
  );
}

function ShelfContent({ shelf }: { readonly shelf: Shelf }): ReactNode {
  const query = useView((view) => view.query);
  const isEmpty = useMirror((mirror) => mirror.bySaved.length === 0);
  const isLookedThrough = useMirror(({ progress }) => progress.articles === null);
  if (shelf === 'highlights') return <HighlightsView />;
  if (shelf === 'trash') return <TrashShelf />;
  if (shelf === 'storage') return <StorageShelf />;
  if (isEmpty) return isLookedThrough ? <FirstRun /> : <Notice title={words.loading} />;
  return <ArticleShelf query={query} />;
}
