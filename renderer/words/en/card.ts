/** What is said of one article in a list. */
export const card = {
  minutesLeft: '{minutes} left',
  atEnd: 'Read to the end',
  read: 'Read',
  starred: 'Starred',
  archived: 'Archived',
  complete: 'Complete',
  textOnly: 'Text only',
  missing: '{missing, number} of {found, plural, one {# image} other {# images}} missing',
  missingPage: 'Page {page, number} is missing',
  missingPages: 'Pages {first, number} to {last, number} are missing',
  missingRest: 'Page {page, number} and whatever follows it are missing',
  explainMissingPages: '{reason} What there is of the article is on this computer; save it again to try once more.',
  explainComplete:
    '{count, plural, one {The text and its image are on this computer.} other {The text and all # images are on this computer.}}',
  explainTextOnly: 'The text is on this computer; the page has no images.',
  explainMissing: 'The text is on this computer; some images could not be fetched.',
} as const;
