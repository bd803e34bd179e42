// Which posts of the timeline are selected, by number. Kept while the person looks elsewhere in the timeline; gone when they leave it.
import { create } from 'zustand';

/** The selected posts. */
export const useSelection = create<{ readonly posts: ReadonlySet<number> }>()(() => ({ posts: new Set() }));

/** Adds posts, or takes them out again. */
export function select(posts: Iterable<number>, isSelected: boolean): void {
  const now = new Set(useSelection.getState().posts);
  for (const post of posts) {
    if (isSelected) now.add(post);
    else now.delete(post);
  }
  useSelection.setState({ posts: now });
}

/** Selects a post, or no longer. */
export function toggle(post: number): void {
  select([post], !useSelection.getState().posts.has(post));
}

/** Selects nothing. */
export function unselectAll(): void {
  if (useSelection.getState().posts.size > 0) useSelection.setState({ posts: new Set() });
}
