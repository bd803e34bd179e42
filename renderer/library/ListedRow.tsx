// A row of a list by its number: drawn as an article once its card is here, and until then as the place it will take.
import type { ReactNode } from 'react';
import { useCard } from '../app/cards.ts';
import { ArticleRow, type ArticleRowProps } from './ArticleRow.tsx';

/** Draws the article of a row. */
export function ListedRow(props: Omit<ArticleRowProps, 'card'>): ReactNode {
  const card = useCard(props.row);
  return card === undefined ? (
    <div className="article-row-waiting" aria-hidden />
  ) : (
    <ArticleRow card={card} {...props} />
  );
}
