// What could be exported at this moment: the open article, what is selected, what a list shows, everything.
import type { ArticleId } from '#contract/article.ts';
import { MOST_OF_BULK } from '#contract/bulk.ts';
import type { ExportScope } from '#contract/libraryExport.ts';
import { knownCard } from '../app/cards.ts';
import { useMirror } from '../app/mirror.ts';
import { useView } from '../app/navigation.ts';
import { selectedRows, shownRows } from '../library/librarySelection.ts';
import { words } from '../ui/words.ts';

/** One choice. */
export interface ScopeChoice {
  readonly id: 'article' | 'selection' | 'shown' | 'library';
  readonly label: string;
  readonly count: number;
  readonly scope: ExportScope;
}

/** The choices, the nearest first; none where there is no article. */
export function scopeChoices(): readonly ScopeChoice[] {
  const { columns, bySaved } = useMirror.getState();
  const { article, place, part, query } = useView.getState();
  const all = bySaved.length;
  const choices: ScopeChoice[] = [];
  if (article !== null) choices.push(articleChoice(article));
  const selected = selectedRows(columns);
  if (selected.length > 0 && selected.length <= MOST_OF_BULK) {
    choices.push({
      id: 'selection',
      label: words.exporting.whats.selection({ count: selected.length }),
      count: selected.length,
      scope: { rows: selected },
    });
  }
  const isList = article === null && part === null && (place === 'library' || place === 'queue');
  const shown = isList ? shownRows() : new Uint32Array();
  if (shown.length > 0 && shown.length < all) {
    const isNamed = shown.length <= MOST_OF_BULK;
    if (isNamed || (place === 'library' && query !== '')) {
      choices.push({
        id: 'shown',
        label: words.exporting.whats.shown({ count: shown.length }),
        count: shown.length,
        scope: isNamed ? { rows: [...shown] } : { query },
      });
    }
  }
  if (all > 0) {
    choices.push({ id: 'library', label: words.exporting.whats.library({ count: all }), count: all, scope: 'library' });
  }
  return choices;
}

function articleChoice(id: ArticleId): ScopeChoice {
  const title = knownCard(id)?.title ?? '';
  return { id: 'article', label: words.exporting.whats.article({ title }), count: 1, scope: { ids: [id] } };
}
