// Saves the related posts of an article: all of them or the best for a time, and if it is wished what their own lists name as well. What
// will be saved at most is said before anything begins.
import { useState, type ReactNode } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import type { ArticleId } from '#contract/article.ts';
import type { FittingPosts } from '#contract/related.ts';
import { attempt } from '../../app/articleActions.ts';
import { saveMany } from '../../app/bulkSaves.ts';
import { call } from '../../app/client.ts';
import { useAnswer } from '../../app/useAnswer.ts';
import { FailureLines } from '../../ui/Failure.tsx';
import { KeepIcon } from '../../ui/icons.ts';
import { aroundElement, ELEMENT, words } from '../../ui/words.ts';
import './RelatedSaveMenu.css';

/** What can be saved. */
export interface RelatedSaveMenuProps {
  readonly articleId: ArticleId;
  /** Addresses that are not saved yet. */
  readonly unsaved: readonly string[];
  /** The name of the wish; see `saveMany`. */
  readonly bulk: string;
}

type Depth = 0 | 1 | 2;
const DEPTHS: readonly Depth[] = [0, 1, 2];
const CAPS = [50, 100, 200, 500] as const;
const MOST_MINUTES = 6_000;

/** Draws the button and what it opens. */
export function RelatedSaveMenu(props: RelatedSaveMenuProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button className="button button-small button-signal">
        <KeepIcon size={14} aria-hidden />
        {words.reader.savePosts}
      </Button>
      <Popover className="popover related-save-popover" placement="top start" aria-label={words.reader.savePosts}>
        <Choice {...props} close={() => setIsOpen(false)} />
      </Popover>
    </DialogTrigger>
  );
}

interface ChoiceProps extends RelatedSaveMenuProps {
  readonly close: () => void;
}

function Choice({ articleId, unsaved, bulk, close }: ChoiceProps): ReactNode {
  const [isTimed, setIsTimed] = useState(false);
  const [minutes, setMinutes] = useState(30);
  const [depth, setDepth] = useState<Depth>(0);
  const [atMost, setAtMost] = useState<number>(CAPS[1]);
  const fitting = useAnswer(`${minutes} ${unsaved.length}`, () => call('related.best', { id: articleId, minutes }));
  const best = fitting.state === 'here' ? fitting.value : undefined;
  const addresses = isTimed ? (best?.posts.map(({ url }) => url) ?? []) : unsaved;
  const most = depth === 0 ? addresses.length : atMost;

  function save(): void {
    attempt(saveMany(addresses, { name: bulk, ...(depth === 0 ? {} : { crawl: { depth, atMost } }) }));
    close();
  }

  const [before, after] = aroundElement(words.reader.bestFor({ minutes, field: ELEMENT }));

  return (
    <form
      className="related-choice"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset>
        <legend>{words.reader.which}</legend>
        <label>
          <input type="radio" name="which" checked={!isTimed} onChange={() => setIsTimed(false)} />
          {words.reader.allPosts({ count: unsaved.length })}
        </label>
        <label>
          <input type="radio" name="which" checked={isTimed} onChange={() => setIsTimed(true)} />
          {before}
          <input
            type="number"
            className="field related-minutes"
            min={1}
            max={MOST_MINUTES}
            value={minutes}
            aria-label={words.reader.minutesLabel}
            onFocus={() => setIsTimed(true)}
            onChange={({ target: { valueAsNumber } }) => {
              if (valueAsNumber >= 1 && valueAsNumber <= MOST_MINUTES) setMinutes(Math.round(valueAsNumber));
            }}
          />
          {after}
        </label>
        {isTimed && fitting.state === 'failed' && <FailureLines title={words.reader.notChosen} {...fitting} />}
        {isTimed && fitting.state !== 'failed' && (
          <p className="related-estimate" role="status">
            {best === undefined ? words.loading : fittingLine(best)}
          </p>
        )}
      </fieldset>
      <label className="related-depth">
        {words.reader.follow}
        <select
          className="field"
          value={depth}
          onChange={({ target }) => setDepth(DEPTHS.find((each) => String(each) === target.value) ?? 0)}
        >
          {DEPTHS.map((each) => (
            <option key={each} value={each}>
              {words.reader.depths[each]}
            </option>
          ))}
        </select>
      </label>
      {depth > 0 && (
        <label className="related-depth">
          {words.reader.atMost}
          <select
            className="field"
            value={atMost}
            onChange={({ target }) => setAtMost(CAPS.find((cap) => String(cap) === target.value) ?? CAPS[1])}
          >
            {CAPS.map((cap) => (
              <option key={cap} value={cap}>
                {words.timeline.posts({ count: cap })}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="button button-signal" disabled={addresses.length === 0}>
        {depth > 0 ? words.reader.saveAtMost({ count: most }) : words.reader.saveChosen({ count: most })}
      </button>
    </form>
  );
}

/** What fits into the time, and what the guess is made from. */
function fittingLine({ posts, minutes, estimatedFrom: from }: FittingPosts): string {
  const count = posts.length;
  if (count === 0) return words.reader.noneFits;
  return from === 0 ? words.reader.fitting({ count, minutes }) : words.reader.fittingFrom({ count, minutes, from });
}
