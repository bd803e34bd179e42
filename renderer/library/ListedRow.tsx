// A row of a list by its number: drawn as an article once its card is here, and until then as the place it will take.
import { memo, type ReactNode } from 'react';
import { useCard } from '../app/cards.ts';
import { ArticleRow, type ArticleRowProps } from './ArticleRow.tsx';

/** Draws the article of a row; again only when something of it has changed, as lists are drawn several times until the heights of their rows are known. */
export const ListedRow = memo(function ListedRow(props: Omit<ArticleRowProps, 'card'>): ReactNode {
  const card = useCard(props.row);
  return card === undefined ? (
    <div className="article-row-waiting" aria-hidden />
  ) : (
    <ArticleRow card={card} {...props} />
  );
});
