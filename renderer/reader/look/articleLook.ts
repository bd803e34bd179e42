// How the open article is set: the settings, and over them what the person chose for this article alone. Shown at once, kept in the library.
import { useMemo } from 'react';
import { create } from 'zustand';
import type { Article, ArticleId } from '#contract/article.ts';
import { toErrorReport } from '#contract/errors.ts';
import type { ArticleLook, TextLook } from '#contract/settings.ts';
import { attempt } from '../../app/articleActions.ts';
import { call } from '../../app/client.ts';
import { changeSettings, useMirror } from '../../app/mirror.ts';
import { say } from '../../app/toasts.ts';
import { failureText } from '../../ui/failureText.ts';
import { useDrawnTheme, type DrawnTheme } from '../../ui/theme.ts';
import { joinLook, type DrawnLook } from './dress.ts';
import { useOpenFrame } from '../frame/openFrame.ts';

/** An article as far as its look goes. */
type Looked = Pick<Article, 'id' | 'look'>;

// What was chosen since the window was opened; the article that was opened tells what it was before.
const useChosen = create<Readonly<Record<ArticleId, ArticleLook | null>>>()(() => ({}));

/** What is otherwise in an article than the settings say; `null` when nothing is. */
export function useOwnLook({ id, look }: Looked): ArticleLook | null {
  return useChosen((chosen) => (Object.hasOwn(chosen, id) ? (chosen[id] ?? null) : look));
}

/** The look that an article is drawn in; the same object for as long as nothing of it changes. */
export function useDrawnLook(article: Looked): DrawnLook {
  const settings = useMirror((mirror) => mirror.settings);
  const own = useOwnLook(article);
  const theme = useDrawnTheme(own?.theme ?? settings.theme);
  return useMemo(() => ({ ...joinLook(settings, own), theme }), [settings, own, theme]);
}

/** The theme around an article: its own, and that of the settings before it is there. */
export function useThemeOf(article: Looked | undefined): DrawnTheme {
  const theme = useMirror((mirror) => mirror.settings.theme);
  const own = useChosen((chosen) =>
    article !== undefined && Object.hasOwn(chosen, article.id) ? chosen[article.id] : article?.look,
  );
  return useDrawnTheme(own?.theme ?? theme);
}

function ownLook({ id, look }: Looked): ArticleLook | null {
  const chosen = useChosen.getState();
  return Object.hasOwn(chosen, id) ? (chosen[id] ?? null) : look;
}

/** Sets an article otherwise than the settings say, or with `null` as they say; when that cannot be kept, says so and goes back. */
export async function setOwnLook(article: Looked, look: ArticleLook | null): Promise<void> {
  const before = ownLook(article);
  useChosen.setState({ [article.id]: look });
  try {
    await call('article.setLook', { id: article.id, look });
  } catch (failure) {
    useChosen.setState({ [article.id]: before });
    say({ text: failureText(toErrorReport(failure)), tone: 'failure' });
  }
}

/** Changes the look of the article where it has one of its own, else the settings. */
export function changeLook(article: Looked, change: Partial<TextLook>): void {
  const own = ownLook(article);
  attempt(own === null ? changeSettings(change) : setOwnLook(article, { ...own, ...change }));
}

/** The article that is open and how it is set now; `undefined` while none is drawn. */
export function openLook(): { readonly article: Looked; readonly look: TextLook } | undefined {
  const article = useOpenFrame.getState().open?.article;
  return article && { article, look: joinLook(useMirror.getState().settings, ownLook(article)) };
}
