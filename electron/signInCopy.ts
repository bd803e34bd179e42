// An article that is here in; whether what was saved of it is only the page on which its site asks to sign in.
import type { Article } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { Library } from './store/library.ts';
import { isSignInPage, mayBeSignInPage } from './trips/signInPage.ts';

/** `text` is the article's. */
export async function asksToSignIn(
  { id, title, report, original }: Article,
  text: string,
  library: Pick<Library, 'original'>,
): Promise<boolean> {
  if (!mayBeSignInPage(report.words) || original.mediaType !== 'text/html') return false;
  try {
    const { bytes } = await library.original(id);
    return isSignInPage(title, text, new TextDecoder().decode(bytes));
  } catch (failure) {
    // Nobody reads the document itself; what is lost of it is no reason against the article.
    if (failure instanceof AppError) return false;
    throw failure;
  }
}
