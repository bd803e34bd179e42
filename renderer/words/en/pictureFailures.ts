import type { ErrorCode } from '#contract/errors.ts';

/** Why a picture is missing, by the kind of its failure. In English the report itself is shown, which says it more exactly. */
export const pictureFailures = {
  'bad-input': 'The page names something that is not the address of a picture.',
  'not-found': 'This picture did not come along with what was saved.',
  network: 'This picture was not fetched. Fetch what is missing while there is a network.',
  timeout: 'The site did not send the picture in time.',
  tls: 'The site could not prove who it is, so the picture was not fetched from it.',
  redirect: 'The site sends from address to address without end.',
  portal: 'The network wanted a sign-in first, so the picture was not fetched.',
  'http-status': 'The site answered with an error instead of the picture.',
  gone: 'The site says that this picture is gone.',
  'sign-in': 'The site shows this picture only after signing in.',
  'bad-response': 'The site sent nothing that can be understood instead of the picture.',
  incomplete: 'The picture broke off before its end.',
  'too-large': 'The picture, or all of them together, are larger than Layover takes.',
  unreadable: 'What came is not a picture of a kind that can be shown.',
  'no-content': 'The site sent an empty file instead of the picture.',
  disk: 'The picture’s file is not on the disk any more, or could not be written.',
  locked: 'This library could only be read then.',
  cancelled: 'Fetching this picture was cancelled.',
  internal: 'Something went wrong inside Layover while the picture was fetched.',
} as const satisfies Readonly<Record<ErrorCode, string>>;
