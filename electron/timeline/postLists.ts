// The table of mentions in; the lists in it that belong to no article, such as those of feeds, out. Pure.
import type { ArticleId } from '#contract/article.ts';
import type { PostTable } from './joinPosts.ts';
import { isList, type MentionTable } from './mentionTable.ts';
import { someMention } from './narrow.ts';

/** Their slots, of those that are parts of one the latest first. */
export function listSlots(store: MentionTable): readonly number[] {
  const { slots, slotCount } = store.mentions;
  const found: { readonly slot: number; readonly id: ArticleId }[] = [];
  for (let slot = 0; slot < slotCount; slot += 1) {
    if ((slots.count[slot] ?? 0) > 0 && isList(slots, slot)) found.push({ slot, id: store.idOf(slot) });
  }
  return found.sort((a, b) => (a.id < b.id ? 1 : -1)).map(({ slot }) => slot);
}

/** The title of the first of them that names a post. */
export function feedOf(store: MentionTable, table: PostTable, post: number): string | null {
  const { rows, slots } = store.mentions;
  let title: string | null = null;
  someMention(table, post, (row) => {
    const slot = rows.slot[row] ?? 0;
    if (!isList(slots, slot)) return false;
    title = store.titleAt(slots.first[slot] ?? 0);
    return true;
  });
  return title;
}
