// What the palette offers: what was typed, the commands and the articles found in; choices in their order out.
import type { LucideIcon } from 'lucide-react';
import type { ArticleCard } from '#contract/article.ts';
import { ArticleKindIcon, SearchIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { COMMANDS, lastPerformed, perform } from './commands.ts';
import { viewCommands } from './commands/viewCommands.ts';
import { shortcutsOf } from './keyMap.ts';
import { showShortcut } from './keyPress.ts';
import { rankOf, wordsOf } from './matchWords.ts';
import { goTo, openArticle } from './navigation.ts';

/** Something the palette offers. */
export interface Choice {
  readonly title: string;
  readonly note: string;
  /** The key of a command, as it is written; empty for none. */
  readonly keys: string;
  readonly icon: LucideIcon | undefined;
  readonly run: () => void;
}

/**
 * What is offered. While nothing is typed: the commands, those used last before the others, and the articles. Otherwise what has every word in
 * its name: commands that begin with what was typed, articles, commands in which each word begins one, the other commands, and to search.
 */
export function findChoices(query: string, cards: readonly ArticleCard[]): readonly Choice[] {
  const wanted = wordsOf(query);
  const articles = cards.map(({ id, title, siteName }): Choice => ({
    title,
    note: siteName ?? words.palette.article,
    keys: '',
    icon: ArticleKindIcon,
    run: () => openArticle(id),
  }));
  if (wanted.length === 0) return [...lastFirst(), ...articles];
  const ranked = listCommands(wanted);
  const search: Choice = {
    title: words.palette.searchFor({ query: query.trim() }),
    note: words.places.library,
    keys: '',
    icon: SearchIcon,
    run: () => goTo('library', { query: query.trim() }),
  };
  const ofRank = (rank: number): readonly Choice[] =>
    ranked.flatMap((each) => (each.rank === rank ? [each.choice] : []));
  return [...ofRank(0), ...articles, ...ofRank(1), ...ofRank(2), search];
}

interface Ranked {
  readonly id: string;
  readonly rank: number;
  readonly choice: Choice;
}

/** The commands that make sense now; a name says what it does as it is now, and in general. */
function listCommands(wanted: readonly string[]): readonly Ranked[] {
  return [...COMMANDS, ...viewCommands()].flatMap((command) => {
    const { id, title, icon, isAvailable, now } = command;
    if (id === 'palette.open' || !isAvailable()) return [];
    const face = { label: title, icon, ...now?.() };
    const ranks = [rankOf(face.label, wanted), rankOf(title, wanted)].filter((rank) => rank !== undefined);
    if (ranks.length === 0) return [];
    const [shortcut] = shortcutsOf(command);
    const choice: Choice = {
      title: face.label,
      note: words.palette.command,
      keys: shortcut === undefined ? '' : showShortcut(shortcut),
      icon: face.icon,
      run: () => perform(command),
    };
    return [{ id, rank: Math.min(...ranks), choice }];
  });
}

function lastFirst(): readonly Choice[] {
  const last = lastPerformed();
  const place = (id: string): number => (last.includes(id) ? last.indexOf(id) : last.length);
  return listCommands([])
    .toSorted((one, other) => place(one.id) - place(other.id))
    .map(({ choice }) => choice);
}
