/** The question whether to save what another program proposes. */
export const proposals = {
  title: 'Save this?',
  lead: '{count, plural, one {A link of another program asks Layover to save a page.} other {Links of other programs ask Layover to save # pages.}}',
  save: 'Save',
  ignore: 'Ignore',
} as const;
