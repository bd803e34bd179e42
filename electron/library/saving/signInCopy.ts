// An article that is here in; whether what was saved of it is only the page on which its site asks to sign in.
import type { Article } from '#contract/article.ts';
import { ifThere } from '../ifThere.ts';
import type { Library } from '../../store/library.ts';
import { isSignInPage, mayBeSignInPage } from '../../trips/signInPage.ts';

/** `text` is the article's. */
export async function asksToSignIn(
  { id, title, report, original }: Article,
  text: string,
  library: Pick<Library, 'original'>,
): Promise<boolean> {
  if (!mayBeSignInPage(report.words) || original.mediaType !== 'text/html') return false;
  // Nobody reads the document itself; what is lost of it is no reason against the article.
  const kept = await ifThere(library.original(id));
  return kept !== undefined && isSignInPage(title, text, new TextDecoder().decode(kept.bytes));
}
