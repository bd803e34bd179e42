// How often the article that is open has a word, in any of its forms.
import type { ReactNode } from 'react';
import { call } from '../app/client.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { readText } from '../reader/frame/frameText.ts';
import { useOpenFrame } from '../reader/frame/openFrame.ts';
import { words } from '../ui/words.ts';
import { phraseOf } from './phrase.ts';

/** Draws the line; nothing while it is not known, as it is the least of what one looks for. */
export function InThisArticle({ word }: { readonly word: string }): ReactNode {
  const open = useOpenFrame((state) => state.open);
  const answer = useAnswer(`${open?.article.id} ${word}`, async () => {
    if (open === undefined) return undefined;
    const marks = await call('search.marks', { query: phraseOf(word), text: readText(open.page).text });
    return marks.length / 2;
  });
  if (answer.state !== 'here' || answer.value === undefined) return null;
  return (
    <p className="look-up-count" role="status">
      {words.lookUp.inArticle({ count: answer.value })}
    </p>
  );
}
