import type { ErrorCode } from '#contract/errors.ts';

/** Why something failed, by its kind. In English the report itself is shown, which says it more exactly. */
export const failures = {
  'bad-input': 'Layover cannot use this. Nothing was changed.',
  'not-found': 'This is not in the library any more.',
  network: 'The page could not be reached. Nothing that was saved is affected.',
  timeout: 'The site did not answer in time. Nothing that was saved is affected.',
  tls: 'The site could not prove who it is, so nothing was fetched from it.',
  redirect: 'The site sends from address to address without end.',
  portal: 'This network wants you to sign in first. It goes on by itself after that.',
  'http-status': 'The site answered with an error instead of the page.',
  gone: 'The site says that this page is gone.',
  'sign-in': 'The site shows this page only after signing in. Open it and save what you see.',
  'bad-response': 'What the site answered could not be understood.',
  incomplete: 'The page broke off before its end. Please try again.',
  'too-large': 'This is larger than Layover takes.',
  unreadable: 'This could not be read. The file itself was not touched.',
  'no-content': 'There is no article in this page that Layover could find.',
  disk: 'This could not be written or read on the disk. What was saved before is safe; see whether there is room.',
  locked: 'Another Layover has this library open.',
  cancelled: 'This was cancelled.',
  internal: 'Something went wrong inside Layover. Nothing that was saved is affected; please try again.',
} as const satisfies Readonly<Record<ErrorCode, string>>;
