// Texts of few bytes, or of many of one kind, that cost a careless parser its time or memory, or make it read a file. Made when they are asked for. Pure.

/** Which of our parsers a text is for. */
export type BombKind = 'feed' | 'outline' | 'page' | 'drawing' | 'import';

const laughs = (levels: number): string => {
  const entities = Array.from({ length: levels }, (_, level) =>
    level === 0 ? '<!ENTITY l0 "haha">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
  );
  return `<!DOCTYPE x [${entities.join('')}]>`;
};
const quadratic = (): string => `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100_000)}">]>`;
const FILE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
const PARAMETER =
  '<!DOCTYPE x [<!ENTITY % d SYSTEM "file:///etc/passwd"><!ENTITY % e "<!ENTITY f SYSTEM \'file:///%d;\'>">%e;]>';
const REFERENCES = '&#65;'.repeat(2_000_000);
const DEEP = 200_000;

const rss = (head: string, text: string): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>T</title><item><title>${text}</title><link>https://a.example/1</link></item></channel></rss>`;
const atom = (head: string, text: string): string =>
  `<?xml version="1.0"?>${head}<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>${text}</title><id>a:1</id><link href="https://a.example/1"/></entry></feed>`;
const opml = (head: string, text: string): string =>
  `<?xml version="1.0"?>${head}<opml version="2.0"><body><outline text="${text}" xmlUrl="https://a.example/feed"/></body></opml>`;
const bookmarks = (head: string, text: string): string =>
  `<!doctype netscape-bookmark-file-1>${head}<dl><dt><a href="https://a.example/1" add_date="1388534400">${text}</a></dl>`;
const drawing = (head: string, text: string): string =>
  `<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><text>${text}</text></svg>`;
const page = (head: string, text: string): string =>
  `<!doctype html>${head}<article><h1>T</h1><p>${text}</p></article>`;

const WRITERS: Readonly<Record<string, readonly [BombKind, (head: string, text: string) => string]>> = {
  RSS: ['feed', rss],
  Atom: ['feed', atom],
  OPML: ['outline', opml],
  'OPML to import': ['import', opml],
  'bookmarks to import': ['import', bookmarks],
  SVG: ['drawing', drawing],
  HTML: ['page', page],
};

const DEEDS: Readonly<Record<string, readonly [head: () => string, text: () => string]>> = {
  'billion laughs': [() => laughs(10), () => '&l9;'],
  'quadratic entities': [quadratic, () => '&a;'.repeat(20_000)],
  '10 MB of references': [() => '', () => REFERENCES],
  'a file as an entity': [() => FILE, () => '&f;'],
  'a file by a parameter': [() => PARAMETER, () => '&f;'],
  [`elements ${DEEP.toLocaleString('en')} deep`]: [() => '', () => `${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}`],
  '10 MB of attributes': [
    () => '',
    () => `<a ${Array.from({ length: 700_000 }, (_, index) => `a${index}="b"`).join(' ')}/>`,
  ],
  'a CDATA section that never ends': [() => '', () => `<![CDATA[${']]'.repeat(1_000_000)}`],
};

/** Deeds of our own, beyond those that are known by name. */
const OWN = /^(?:a file by a parameter|10 MB of attributes|a CDATA)/;

/** Every deed in every form; `make` gives the text. */
export const TEXT_BOMBS: readonly {
  readonly name: string;
  readonly isOwn: boolean;
  readonly kind: BombKind;
  readonly make: () => string;
}[] = Object.entries(WRITERS).flatMap(([form, [kind, write]]) =>
  Object.entries(DEEDS).map(([deed, [head, text]]) => ({
    name: `${deed} in ${form}`,
    isOwn: OWN.test(deed),
    kind,
    make: () => write(head(), text()),
  })),
);
