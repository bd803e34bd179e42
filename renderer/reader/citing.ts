// What is selected in the open article, or nothing, in; it is on the clipboard with its source out.
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { say } from '../app/toasts.ts';
import { formatDate, formatInstant } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { cite } from './citation.ts';
import { selectedText } from './frame/plainText.ts';
import { useOpenFrame } from './frame/openFrame.ts';

/** Copies; without a selection the reference alone. Throws as `call`. */
export async function citeSelection(): Promise<void> {
  const { open } = useOpenFrame.getState();
  if (open === undefined) return;
  const { article } = open;
  const passage = selectedText(open.page);
  const written = {
    published: article.published === null ? null : formatDate(article.published),
    accessed: words.paper.accessed({ date: formatInstant(article.saved) }),
  };
  const citation = cite(passage, article, written, useMirror.getState().settings.citation);
  await call('text.copy', citation);
  say({ text: passage.trim() === '' ? words.paper.citedAlone : words.paper.cited });
}
