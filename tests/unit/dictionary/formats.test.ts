// Dictionaries as ways in: StarDict and dictd, packed or not, with all the kinds of text they have, and those that are damaged.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { AppError } from '#contract/errors.ts';
import type { Definition } from '#contract/dictionary.ts';
import { openFolder } from '../../../electron/dictionary/openFolder.ts';
import type { OpenDictionary } from '../../../electron/dictionary/opened.ts';
import { aFolder, dictd, dictzip, starDict, type Entry, type StarDictOptions } from './writeDictionary.ts';

let folder: ReturnType<typeof aFolder>;
test.beforeEach(() => {
  folder = aFolder();
});
test.afterEach(() => folder.remove());

const WORDS: readonly Entry[] = [
  ['Apfel', 'apple'],
  ['naïve', 'without guile'],
  ['polish', 'to make shine'],
  ['Polish', 'of Poland'],
  ['zebra', 'striped'],
];

/** A definition as one would read it: a line for each block. */
function linesOf(definition: Definition | undefined): readonly string[] {
  return (definition?.blocks ?? []).map(({ kind, depth, number, runs }) => {
    const text = runs.map((run) => (run.mark === 'plain' ? run.text : `[${run.mark} ${run.text}]`)).join('');
    return `${'  '.repeat(depth)}${kind === 'text' ? '' : `${kind}${number === null ? '' : ` ${number}`}: `}${text}`;
  });
}

async function openStarDict(entries: readonly Entry[], options: StarDictOptions = {}): Promise<OpenDictionary> {
  const files = starDict(entries, options);
  folder.write('small.ifo', files.ifo);
  folder.write('small.idx', files.idx);
  folder.write('small.dict', files.dict);
  if (files.syn.length > 0) folder.write('small.syn', files.syn);
  return openFolder(folder.path);
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (failure) {
    if (failure instanceof AppError) return `${failure.code}: ${failure.message}`;
    throw failure;
  }
  return 'was opened';
}

test('words are found as they are written, without capitals and without accents; those spelt exactly so first', async () => {
  const dictionary = await openStarDict(WORDS);
  expect(dictionary.facts).toMatchObject({ title: 'A small one', entries: 5, from: null });
  expect((await dictionary.define('Polish', 4)).map((each) => linesOf(each)[0])).toEqual([
    'of Poland',
    'to make shine',
  ]);
  expect((await dictionary.define('polish', 4)).map((each) => linesOf(each)[0])).toEqual([
    'to make shine',
    'of Poland',
  ]);
  expect((await dictionary.define('NAIVE', 4)).map(({ headword }) => headword)).toEqual(['naïve']);
  expect(await dictionary.define('zebr', 4)).toEqual([]);
  expect(dictionary.nearest('zebrra', 3)).toContain('zebra');
  await dictionary.close();
});

test('an index of 64-bit places, a packed index and packed texts are read, and synonyms lead to their word', async () => {
  const files = starDict(WORDS, { bits: 64, synonyms: [['Zebras', 4]] });
  folder.write('small.ifo', files.ifo);
  folder.write('small.idx.gz', gzipSync(files.idx));
  folder.write('small.dict.dz', dictzip(files.dict, 7, 'small.dict'));
  folder.write('small.syn', files.syn);
  const dictionary = await openFolder(folder.path);
  const [found] = await dictionary.define('zebras', 2);
  expect(found).toMatchObject({ headword: 'zebra' });
  expect(linesOf(found)).toEqual(['striped']);
  // From one chunk into another.
  expect(linesOf((await dictionary.define('naïve', 1))[0])).toEqual(['without guile']);
  await dictionary.close();
});

test('the languages are read from what a dictionary calls itself', async () => {
  const dictionary = await openStarDict(WORDS, { ifo: { bookname: 'Freedict deu-eng' } });
  expect(dictionary.facts).toMatchObject({ from: 'de', to: 'en' });
  await dictionary.close();
});

test('texts of several kinds in one entry; what is no text is skipped', async () => {
  const sized = Buffer.concat([Buffer.from('W'), Buffer.from([0, 0, 0, 3]), Buffer.from('RIF')]);
  const record = Buffer.concat([
    Buffer.from('tˈzɛbrə\0mA striped horse.\0'),
    sized,
    Buffer.from('rfile.png\0h<p>In <b>herds</b>.</p>\0'),
  ]);
  const dictionary = await openStarDict([['zebra', record]], { sequence: null });
  expect(linesOf((await dictionary.define('zebra', 1))[0])).toEqual([
    'sound: ˈzɛbrə',
    'A striped horse.',
    'In [strong herds].',
  ]);
  await dictionary.close();
});

test('markup of strangers becomes lines of text and nothing else', async () => {
  const html =
    '<div onclick="evil()">One &amp; <i>two</i><script>alert(1)</script><ol><li>first<ul><li>inner</li></ul></li><li>second</ol>' +
    '<a href="bword://horse">horse</a> <a href="https://tracker.example/">out</a><img src=x onerror=alert(1)>&#x41;&bogus;</div>';
  const dictionary = await openStarDict([['zebra', html]], { sequence: 'h' });
  const [found] = await dictionary.define('zebra', 1);
  expect(linesOf(found)).toEqual([
    'One & [emphasis two]',
    'item 1: first',
    '  item: inner',
    'item 2: second',
    '[see horse] outA&bogus;',
  ]);
  await dictionary.close();
});

test('XDXF with its parts of speech, numbered senses, examples and references', async () => {
  const xdxf =
    '<k>run</k><tr>rʌn</tr><gr>verb</gr><def><def>move fast<ex>run, she said</ex></def><def>flee<sr><kref>escape</kref></sr></def></def>';
  const dictionary = await openStarDict([['run', xdxf]], { sequence: 'x' });
  expect(linesOf((await dictionary.define('run', 1))[0])).toEqual([
    'sound: rʌn',
    'part: verb',
    'item 1: move fast',
    '  example: run, she said',
    'item 2: flee',
    '  [see escape]',
  ]);
  await dictionary.close();
});

test('a dictd dictionary: its name, lines made whole again, references', async () => {
  const files = dictd([
    ['00-database-short', '00-database-short\n     English-German\n'],
    ['00databaseinfo', 'made by hand'],
    ['zebra', 'zebra\n\n   A striped animal that is akin\n   to the {horse}.\n   1. In herds.\n   2. Alone.\n'],
  ]);
  folder.write('eng-deu.index', files.index);
  folder.write('eng-deu.dict.dz', dictzip(files.dict, 20));
  const dictionary = await openFolder(folder.path);
  expect(dictionary.facts).toMatchObject({ title: 'English-German', entries: 1, from: 'en', to: 'de' });
  expect(linesOf((await dictionary.define('Zebra', 1))[0])).toEqual([
    'zebra',
    'A striped animal that is akin to the [see horse].',
    'item 1: In herds.',
    'item 2: Alone.',
  ]);
  expect(await dictionary.define('00databaseinfo', 1)).toEqual([]);
  await dictionary.close();
});

const DAMAGED: readonly (readonly [
  what: string,
  words: RegExp,
  change: (files: ReturnType<typeof starDict>) => void,
])[] = [
  [
    'no index',
    /\.idx or \.idx\.gz, is missing/,
    ({ ifo, dict }) => {
      folder.write('small.ifo', ifo);
      folder.write('small.dict', dict);
    },
  ],
  [
    'no texts',
    /\.dict or \.dict\.dz, is missing/,
    ({ ifo, idx }) => {
      folder.write('small.ifo', ifo);
      folder.write('small.idx', idx);
    },
  ],
  [
    'a cut index',
    /cut off/,
    ({ ifo, idx, dict }) => {
      folder.write('small.ifo', ifo);
      folder.write('small.idx', idx.subarray(0, -3));
      folder.write('small.dict', dict);
    },
  ],
  [
    'texts that end too early',
    /not in the file of its texts/,
    ({ ifo, idx, dict }) => {
      folder.write('small.ifo', ifo);
      folder.write('small.idx', idx);
      folder.write('small.dict', dict.subarray(0, -1));
    },
  ],
  [
    'fewer words than it says',
    /fewer words/,
    ({ ifo, idx, dict }) => {
      folder.write('small.ifo', ifo.replace('wordcount=5', 'wordcount=4000000'));
      folder.write('small.idx', idx);
      folder.write('small.dict', dict);
    },
  ],
  [
    'no numbers',
    /how large it is/,
    ({ ifo, idx, dict }) => {
      folder.write('small.ifo', ifo.replace('wordcount=5', 'wordcount=-1'));
      folder.write('small.idx', idx);
      folder.write('small.dict', dict);
    },
  ],
  [
    'packed texts that are cut',
    /cut off/,
    ({ ifo, idx, dict }) => {
      folder.write('small.ifo', ifo);
      folder.write('small.idx', idx);
      folder.write('small.dict.dz', dictzip(dict, 8).subarray(0, -20));
    },
  ],
  [
    'a synonym of nothing',
    /synonyms names a word/,
    ({ ifo, idx, dict }) => {
      folder.write('small.ifo', `${ifo}synwordcount=1\n`);
      folder.write('small.idx', idx);
      folder.write('small.dict', dict);
      folder.write('small.syn', Buffer.from('x\0\0\0\0\x09'));
    },
  ],
];

for (const [what, words, write] of DAMAGED) {
  test(`a dictionary with ${what} is refused in words`, async () => {
    write(starDict(WORDS));
    const said = await refusal(openFolder(folder.path));
    expect(said).toMatch(/^unreadable: This dictionary is damaged: /);
    expect(said).toMatch(words);
  });
}

test('an ordinary gzip file is unpacked whole; one that unpacks to more than is read is refused', async () => {
  const files = starDict(WORDS);
  folder.write('small.ifo', files.ifo);
  folder.write('small.idx', files.idx);
  folder.write('small.dict.dz', gzipSync(files.dict));
  const dictionary = await openFolder(folder.path);
  expect(linesOf((await dictionary.define('zebra', 1))[0])).toEqual(['striped']);
  await dictionary.close();
  folder.write('small.dict.dz', gzipSync(Buffer.alloc(200 * 1024 * 1024)));
  expect(await refusal(openFolder(folder.path))).toMatch(/^too-large: /);
});
