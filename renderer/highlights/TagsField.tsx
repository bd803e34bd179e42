// The tags of a highlight: a word and Enter adds one, its cross takes it away. Each change can be taken back.
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Highlight } from '#contract/highlight.ts';
import { toTag, withoutTags, withTags } from '#contract/tags.ts';
import { attempt } from '../app/articleActions.ts';
import { CloseIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { changeHighlight } from './highlightActions.ts';

/** Whose tags. */
export interface TagsFieldProps {
  readonly highlight: Highlight;
  readonly isReadOnly: boolean;
}

/** Draws the tags and the field for a new one. */
export function TagsField({ highlight, isReadOnly }: TagsFieldProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState('');
  const { tags } = highlight;

  function add(): void {
    const made = typed
      .split(',')
      .map((each) => toTag(each.trim().replace(/^#/, '')))
      .filter((tag) => tag !== undefined);
    const next = withTags(tags, made);
    setTyped('');
    if (next !== tags) attempt(changeHighlight(highlight, { tags: next }));
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add();
  }

  return (
    <div className="tags-field">
      <label htmlFor={id}>{words.highlights.tags}</label>
      <div className="tags">
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
            {!isReadOnly && (
              <button
                type="button"
                className="tag-remove"
                aria-label={words.highlights.removeTag({ tag })}
                onClick={() => attempt(changeHighlight(highlight, { tags: withoutTags(tags, [tag]) }))}
              >
                <CloseIcon size={12} aria-hidden />
              </button>
            )}
          </span>
        ))}
        {!isReadOnly && (
          <input
            id={id}
            className="tag-input"
            value={typed}
            placeholder={words.highlights.newTag}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={press}
            onBlur={add}
          />
        )}
      </div>
    </div>
  );
}
