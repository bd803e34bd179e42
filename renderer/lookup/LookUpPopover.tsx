// A word looked up, beside where it stands: what the dictionaries say, how often the article has it, which other articles do.
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components';
import type { OpenArticle } from '#contract/calls.ts';
import { useOverlays } from '../app/overlays.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { BackIcon, CloseIcon, ForwardIcon, SearchIcon } from '../ui/icons.ts';
import { PopoverAt } from '../ui/PopoverAt.tsx';
import { words } from '../ui/words.ts';
import { Definitions } from './Definitions.tsx';
import { InLibrary } from './InLibrary.tsx';
import { InThisArticle } from './InThisArticle.tsx';
import { closeLookUp, followWord, stepWord, useLookUp } from './lookUpState.ts';
import './LookUpPopover.css';

/** Draws the popover while it is open. */
export function LookUpPopover({ opened }: { readonly opened: OpenArticle }): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'lookup');
  // An article that is closed takes what was looked up in it along.
  useEffect(() => closeWithArticle, []);
  return isOpen ? <OpenPopover opened={opened} /> : null;
}

function closeWithArticle(): void {
  if (useOverlays.getState().open === 'lookup') useOverlays.setState({ open: 'nothing' });
}

function OpenPopover({ opened }: { readonly opened: OpenArticle }): ReactNode {
  const { spot, words: looked, at } = useLookUp();
  const word = looked[at];
  return (
    <PopoverAt place={spot} placement="bottom" className="look-up-popover" close={closeLookUp}>
      <Dialog className="look-up">
        <Heading slot="title" className="visually-hidden">
          {words.lookUp.title}
        </Heading>
        <div className="look-up-head">
          <IconButton label={words.lookUp.back} isOff={at === 0} run={() => stepWord(-1)}>
            <BackIcon size={17} aria-hidden />
          </IconButton>
          <IconButton label={words.lookUp.forward} isOff={at >= looked.length - 1} run={() => stepWord(1)}>
            <ForwardIcon size={17} aria-hidden />
          </IconButton>
          <WordField key={word ?? ''} word={word ?? ''} lang={opened.article.lang} />
          <IconButton label={words.lookUp.close} isOff={false} run={closeLookUp}>
            <CloseIcon size={17} aria-hidden />
          </IconButton>
        </div>
        {word === undefined ? (
          <p className="look-up-note">{words.lookUp.empty}</p>
        ) : (
          // It scrolls by itself and may have the focus, so that keys can scroll it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className="look-up-body" role="region" aria-label={word} tabIndex={0} key={word}>
            <Definitions word={word} lang={opened.article.lang} />
            <InThisArticle word={word} />
            <InLibrary word={word} current={opened.article.id} />
          </div>
        )}
      </Dialog>
    </PopoverAt>
  );
}

/** The word, to be written over. */
function WordField({ word, lang }: { readonly word: string; readonly lang: string | null }): ReactNode {
  const [text, setText] = useState(word);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    followWord(text);
  };
  return (
    <form className="look-up-form" onSubmit={send}>
      <SearchIcon size={15} aria-hidden />
      <input
        type="text"
        className="look-up-field"
        aria-label={words.lookUp.word}
        lang={lang ?? undefined}
        dir="auto"
        maxLength={120}
        spellCheck={false}
        autoComplete="off"
        // The dialog was asked for; what one wants first is its word.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
    </form>
  );
}
