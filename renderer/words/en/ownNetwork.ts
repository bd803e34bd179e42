/** The question before a machine in the person's own network is asked, and the list of those that may be. */
export const ownNetwork = {
  title: 'Ask your own network?',
  lead: 'This address is in your own network, or on this very computer, where a router or a private page may answer. Layover asks there only for what you type yourself, and only if you say so.',
  kept: 'Your answer is remembered for this address; you can take it back in the settings.',
  no: 'Do not ask it',
  yes: 'Ask it',
  allowed: 'In your own network, these may be asked for what you type:',
  forget: 'Forget',
  forgetHost: 'Forget {host}',
  allowedHint: 'Nothing that a page, a feed or an import names ever leads there.',
} as const;
