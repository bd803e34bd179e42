// The views that a person keeps: queries with an order, under a name.
import type { SavedView } from '#contract/views.ts';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { goTo } from '../app/navigation.ts';
import { newId } from '../app/newId.ts';
import { noteDone, sayDone } from '../app/undo.ts';
import { words } from '../ui/words.ts';
import type { RowOrder } from './rowSorts.ts';
import { useLibraryOrder } from './useShelf.ts';

/** Shows what a view says, in its order. */
export function showView({ query, sort, isReversed }: SavedView): void {
  useLibraryOrder.setState({ sort, isReversed });
  goTo('library', { query });
}

/** Keeps a query with an order under a name. */
export function addView(name: string, query: string, { sort, isReversed }: RowOrder): void {
  const view: SavedView = { id: newId(), name: name.trim(), query, sort, isReversed, icon: null };
  attempt(setViews([...currentViews(), view]));
  noteDone({ label: words.views.added({ name: view.name }), undo: () => setViews(without(view.id)) });
}

/** Calls a view something else. */
export function renameView(id: string, name: string): void {
  attempt(setViews(currentViews().map((view) => (view.id === id ? { ...view, name: name.trim() } : view))));
}

/** Puts a view before the one before it, or behind the one behind it. */
export function moveView(id: string, step: 1 | -1): void {
  const views = [...currentViews()];
  const from = views.findIndex((view) => view.id === id);
  const moved = views[from];
  if (moved === undefined) return;
  views.splice(from, 1);
  views.splice(Math.max(0, from + step), 0, moved);
  attempt(setViews(views));
}

/** Forgets a view, and offers the way back. The articles it showed stay as they are. */
export function removeView(id: string): void {
  const before = currentViews();
  const view = before.find((each) => each.id === id);
  if (view === undefined) return;
  attempt(
    setViews(without(id)).then(() =>
      sayDone({ label: words.views.removed({ name: view.name }), undo: () => setViews(before) }),
    ),
  );
}

function currentViews(): readonly SavedView[] {
  return useMirror.getState().settings.views;
}

function without(id: string): readonly SavedView[] {
  return currentViews().filter((view) => view.id !== id);
}

function setViews(views: readonly SavedView[]): Promise<void> {
  return changeSettings({ views });
}
