// What is pressed while an article is shown but not yet alive: keys wait and are pressed again once it is, the pointer finds nothing.
// Leaving the article is done at once.
import { holdKeys, type LetGo } from '../../app/heldKeys.ts';

/** Holds back what is pressed on a frame, or beside it, until the returned function is called. */
export function holdInput(frame: HTMLIFrameElement): LetGo {
  const letGo = holdKeys((event) => event.key === 'Escape' || event.ctrlKey || event.metaKey);
  frame.toggleAttribute('data-waking', true);
  return (what) => {
    frame.toggleAttribute('data-waking', false);
    letGo(what);
  };
}
