// What can be done with the article that is open.
import type { ArticleCard, ArticleId } from '#contract/article.ts';
import { words } from '../../ui/words.ts';
import { attempt, openCard, removeArticle, toggleArchived, toggleRead } from '../articleActions.ts';
import { call } from '../client.ts';
import { inReader, key, type Command, type Shortcut } from '../command.ts';
import { useView } from '../navigation.ts';

function onArticle(id: string, title: string, shortcut: Shortcut, act: (card: ArticleCard) => void): Command {
  return {
    id,
    title,
    shortcuts: [shortcut],
    isAvailable: inReader,
    run: () => {
      const card = openCard();
      if (card !== undefined) act(card);
    },
  };
}

async function openOriginal(id: ArticleId): Promise<void> {
  const { canonicalUrl } = (await call('article.open', { id })).article;
  if (canonicalUrl !== null) await call('link.open', { url: canonicalUrl });
}

/** Commands on the open article. */
export const articleCommands: readonly Command[] = [
  onArticle('article.read', words.commands.read, key('r'), toggleRead),
  onArticle('article.archive', words.commands.archive, key('e'), toggleArchived),
  onArticle('article.remove', words.commands.remove, key('Delete'), removeArticle),
  {
    id: 'article.browser',
    title: words.commands.original,
    shortcuts: [key('o')],
    isAvailable: inReader,
    run: () => {
      const id = useView.getState().article;
      if (id !== null) attempt(openOriginal(id));
    },
  },
];
