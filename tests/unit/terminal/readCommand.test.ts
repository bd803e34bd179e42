// The command line's words: what they mean, and what is told to somebody who got them wrong.
import { expect, test } from 'playwright/test';
import { NO_FILTER } from '#contract/post.ts';
import { readCommand, WrongUse } from '../../../electron/terminal/readCommand.ts';

const RIGHT: readonly (readonly [string, Record<string, unknown>])[] = [
  ['list', { name: 'list', query: '', isJson: false, library: undefined }],
  [
    'list site:a.example tag:boats',
    { name: 'list', query: 'site:a.example tag:boats', isJson: false, library: undefined },
  ],
  ['--library /tmp/l list --json', { name: 'list', query: '', isJson: true, library: '/tmp/l' }],
  ['save https://a.example b.html -', { name: 'save', sources: ['https://a.example', 'b.html', '-'] }],
  ['extract page.html --url https://a.example/', { name: 'extract', file: 'page.html', url: 'https://a.example/' }],
  ['extract --batch', { name: 'batch' }],
  [
    'timeline --by added --from 2012-09-07',
    { name: 'timeline', axis: 'added', filter: { ...NO_FILTER, from: '2012-09-07' } },
  ],
  [
    'timeline --by saved --to 2012-09 --kind video --kind audio --state known --site a.example --text rail',
    {
      axis: 'saved',
      filter: {
        ...NO_FILTER,
        to: '2012-09',
        kinds: ['video', 'audio'],
        states: ['known'],
        sites: ['a.example'],
        text: 'rail',
      },
    },
  ],
  ['related abcd', { name: 'related', id: 'abcd', minutes: undefined, isSimilar: false }],
  ['related abcd --minutes 30', { name: 'related', minutes: 30 }],
  ['related abcd --similar', { name: 'related', isSimilar: true }],
  ['search night train', { name: 'search', query: 'night train' }],
  ['show abcd', { name: 'show', id: 'abcd' }],
  ['check --trip Lisbon', { name: 'check', trip: 'Lisbon' }],
  ['import a.csv b.zip --feeds', { name: 'import', paths: ['a.csv', 'b.zip'], isPreview: false, follows: true }],
  ['export all.epub --as epub', { name: 'export', file: 'all.epub', form: 'epub', of: 'library' }],
  ['export sea.csv --as csv --view Sea', { form: 'csv', of: { view: 'Sea' } }],
  ['export sea --as markdown --query tag:sea', { form: 'markdown', of: { query: 'tag:sea' } }],
  ['export two.html --as html --id abcd --id efgh', { form: 'html', of: { ids: ['abcd', 'efgh'] } }],
  ['backup all.layover-backup', { name: 'backup', file: 'all.layover-backup' }],
  ['restore all.json', { name: 'restore', file: 'all.json' }],
  ['--help', { name: 'help' }],
];

for (const [words, command] of RIGHT) {
  test(`layover ${words}`, () => {
    expect(readCommand(words.split(' '))).toMatchObject(command);
  });
}

const WRONG = [
  'check',
  'check Lisbon',
  '',
  'fly',
  'save',
  'show',
  'show a b',
  'export all.epub',
  'export all.pdf --as pdf',
  'export all.txt --as txt',
  'export --as epub',
  'export all.csv --as csv --view Sea --query tag:sea',
  'backup',
  'restore a b',
  'backup all --as epub',
  'timeline',
  'related abcd --minutes 0',
  'related abcd --minutes soon',
  'show abcd --similar',
  'timeline --by price',
  'timeline --by added --from 2012-02-30',
  'timeline --by added --from yesterday',
  'timeline --by added --kind novel',
  'timeline --by added --state lost',
  'timeline --by added --list abcd',
  'search',
  'extract',
  'extract --batch file.html',
  'list --url https://a.example',
  'list --colour',
  'list --library',
];

for (const words of WRONG) {
  test(`layover ${words} is wrong use`, () => {
    expect(() => readCommand(words === '' ? [] : words.split(' '))).toThrow(WrongUse);
  });
}
