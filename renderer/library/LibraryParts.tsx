// The switch of the library between its articles and what was highlighted in them.
import type { ReactNode } from 'react';
import { goTo, useView } from '../app/navigation.ts';
import { words } from '../ui/words.ts';

/** Draws the switch. */
export function LibraryParts(): ReactNode {
  const part = useView((view) => view.part);
  return (
    <div className="chips" role="group" aria-label={words.highlights.view.parts}>
      <button type="button" className="chip" aria-pressed={part === null} onClick={() => goTo('library')}>
        {words.highlights.view.articles}
      </button>
      <button
        type="button"
        className="chip"
        aria-pressed={part === 'highlights'}
        onClick={() => goTo('library', { part: 'highlights' })}
      >
        {words.highlights.title}
      </button>
    </div>
  );
}
