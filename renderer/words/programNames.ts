// Names of programs and formats, which are the same in every language, by the names of `ImportFormat`.

/** For the catalogues of all languages. */
export const programNames = {
  layover: 'Layover',
  pocket: 'Pocket',
  instapaper: 'Instapaper',
  omnivore: 'Omnivore',
  wallabag: 'wallabag',
  readwise: 'Readwise Reader',
  raindrop: 'Raindrop',
  readeck: 'Readeck',
  goodlinks: 'GoodLinks',
  karakeep: 'Karakeep',
  linkwarden: 'Linkwarden',
  pinboard: 'Pinboard',
  matter: 'Matter',
  mymind: 'mymind',
  onetab: 'OneTab',
  opml: 'OPML',
} as const;
