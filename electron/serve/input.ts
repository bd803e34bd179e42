// Every input of a call is checked here, where it enters. What does not fit is `bad-input`; nothing is repaired.
import * as v from 'valibot';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { isDictionaryName } from '#contract/dictionary.ts';
import { MOST_OF_BULK } from '#contract/bulk.ts';
import { AppError, ERROR_CODES } from '#contract/errors.ts';
import { EXPORT_FORMATS } from '#contract/exporting.ts';
import {
  HIGHLIGHT_COLORS,
  HIGHLIGHT_FORMATS,
  LONGEST_NOTE,
  LONGEST_QUOTE,
  MOST_HIGHLIGHTS,
} from '#contract/highlight.ts';
import { IMPORT_SKIPS } from '#contract/imports.ts';
import { LIBRARY_FORMS } from '#contract/libraryExport.ts';
import { isPostDate } from '#contract/dates.ts';
import { AXES, POST_KINDS, POST_STATES } from '#contract/post.ts';
import { MENU_ROLES } from '#contract/menu.ts';
import type { Settings } from '#contract/settings.ts';
import { isShellWords, type ShellWords } from '#contract/shellWords.ts';
import { isTag, MOST_TAGS } from '#contract/tags.ts';
import { askedLook } from '../store/lookSchema.ts';
import { isSettingsChange, shortcutSchema } from '../store/settingsSchema.ts';

const articleId = v.custom<ArticleId>((value) => typeof value === 'string' && isArticleId(value));
const saveId = v.pipe(v.number(), v.integer(), v.minValue(1));
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_TEXT = 32 * 1024 * 1024;
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));

const address = v.pipe(v.string(), v.maxLength(8192));

const source = v.variant('from', [
  v.strictObject({ from: v.literal('address'), address }),
  v.strictObject({
    from: v.literal('file'),
    name: v.pipe(v.string(), v.maxLength(1024)),
    bytes: v.pipe(
      v.instance(Uint8Array),
      v.check((bytes) => bytes.byteLength <= MAX_FILE_BYTES),
    ),
  }),
  v.strictObject({ from: v.literal('paste'), text, html: v.nullable(text) }),
]);

const instant = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());
const sentence = v.pipe(v.string(), v.maxLength(1000));
const foundIn = v.strictObject({
  articleId,
  title: v.pipe(v.string(), v.maxLength(2000)),
  sentence: v.nullable(sentence),
});
const query = v.pipe(v.string(), v.maxLength(1000));
const row = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const axis = v.picklist(AXES);
const bound = v.nullable(v.pipe(v.string(), v.maxLength(10), v.check(isPostDate)));
const MOST_VALUES = 500;
const filter = v.strictObject({
  kinds: v.pipe(v.array(v.picklist(POST_KINDS)), v.maxLength(MOST_VALUES)),
  sites: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.maxLength(MOST_VALUES)),
  lists: v.pipe(v.array(articleId), v.maxLength(MOST_VALUES)),
  states: v.pipe(v.array(v.picklist(POST_STATES)), v.maxLength(MOST_VALUES)),
  from: bound,
  to: bound,
  text: query,
});

const menuTitle = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const menuItem = v.variant('kind', [
  v.strictObject({
    kind: v.literal('command'),
    command: v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z][a-z0-9.-]*$/i)),
    title: menuTitle,
    shortcut: v.nullable(shortcutSchema),
    isOn: v.nullable(v.boolean()),
    isEnabled: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('role'), role: v.picklist(MENU_ROLES), title: menuTitle }),
  v.strictObject({ kind: v.literal('separator') }),
]);
const menu = v.strictObject({
  title: menuTitle,
  role: v.nullable(v.picklist(['window', 'help'])),
  items: v.pipe(v.array(menuItem), v.maxLength(100)),
});

const position = v.pipe(
  v.strictObject({ start: row, end: row }),
  v.check(({ start, end }) => start < end),
);
const placement = { position, version: instant, textLength: row };
const context = v.pipe(v.string(), v.maxLength(200));
const highlightId = v.pipe(v.string(), v.regex(/^[0-9a-f]{20}$/));
const highlighted = {
  color: v.picklist(HIGHLIGHT_COLORS),
  note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
  tags: v.pipe(v.array(v.pipe(v.string(), v.check(isTag))), v.maxLength(MOST_TAGS)),
  target: v.strictObject({
    quote: v.strictObject({
      exact: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_QUOTE)),
      prefix: context,
      suffix: context,
    }),
    codePointStart: row,
    ...placement,
    refound: v.nullable(v.strictObject(placement)),
  }),
};
const keptPlace = v.strictObject({
  of: instant,
  into: fraction,
  share: fraction,
  quote: v.pipe(v.string(), v.maxLength(200)),
});
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400));
const stretch = v.strictObject({
  lang: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  units: v.pipe(v.number(), v.minValue(1), v.maxValue(100_000)),
  seconds: v.pipe(v.number(), v.minValue(0.1), v.maxValue(86_400)),
});
const ids = v.pipe(v.array(articleId), v.maxLength(MOST_OF_BULK));
const target = v.union([
  v.strictObject({ rows: v.pipe(v.array(row), v.maxLength(MOST_OF_BULK)) }),
  v.strictObject({ ids }),
  v.strictObject({ query }),
]);
const tags = v.pipe(v.array(v.pipe(v.string(), v.check(isTag))), v.maxLength(MOST_TAGS));
const change = v.strictObject({
  isRead: v.exactOptional(v.boolean()),
  isArchived: v.exactOptional(v.boolean()),
  isStarred: v.exactOptional(v.boolean()),
  addTags: v.exactOptional(tags),
  removeTags: v.exactOptional(tags),
});

const MOST_PASTED = 16 * 1024 * 1024;

/** The shape each call takes. */
const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const exportWords = v.strictObject({
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/)),
  dir: v.picklist(['ltr', 'rtl']),
  ...v.entriesFromList(
    [
      'saved',
      'savedWith',
      'related',
      'highlights',
      'contents',
      'landmarks',
      'cover',
      'begin',
      'articles',
      'unreadable',
    ],
    shortText,
  ),
});

const reportWords = v.strictObject({
  skips: v.strictObject(v.entriesFromList(IMPORT_SKIPS, shortText)),
  failures: v.nullable(v.strictObject(v.entriesFromList(ERROR_CODES, shortText))),
});

export const inputs = {
  nothing: v.void(),
  article: v.strictObject({ id: articleId }),
  rows: v.strictObject({
    rows: v.pipe(v.array(row), v.maxLength(500)),
  }),
  version: v.strictObject({ id: articleId, saved: instant }),
  versions: v.strictObject({ id: articleId, older: instant, newer: instant }),
  mark: v.strictObject({
    id: articleId,
    progress: v.exactOptional(fraction),
    block: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    isRead: v.exactOptional(v.boolean()),
    isArchived: v.exactOptional(v.boolean()),
    place: v.exactOptional(keptPlace),
    seconds: v.exactOptional(seconds),
    isStarred: v.exactOptional(v.boolean()),
  }),
  remember: v.strictObject({ address: v.pipe(v.string(), v.maxLength(8192)), article: v.nullable(articleId) }),
  measured: v.strictObject({ stretches: v.pipe(v.array(stretch), v.maxLength(MOST_VALUES)) }),
  look: v.strictObject({ id: articleId, look: v.nullable(askedLook) }),
  source: v.strictObject({ source, foundIn: v.exactOptional(foundIn), isTyped: v.exactOptional(v.boolean()) }),
  addresses: v.strictObject({
    addresses: v.pipe(v.array(address), v.maxLength(MOST_VALUES)),
    crawl: v.exactOptional(v.strictObject({ depth: count(1, 2), atMost: count(1, 1000) })),
  }),
  best: v.strictObject({ id: articleId, minutes: count(1, 100_000) }),
  save: v.strictObject({ id: saveId }),
  move: v.strictObject({ id: saveId, to: v.picklist(['first', 'earlier', 'later']) }),
  dropped: v.strictObject({ path: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)) }),
  importKind: v.strictObject({ what: v.picklist(['files', 'folder']) }),
  importText: v.strictObject({ text: v.pipe(v.string(), v.maxLength(MOST_PASTED)) }),
  importStart: v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)), follows: v.boolean() }),
  importId: v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)) }),
  importReport: v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)), words: reportWords }),
  door: v.strictObject({ isOpen: v.boolean() }),
  query: v.strictObject({ query }),
  search: v.strictObject({ query, order: v.exactOptional(v.picklist(['rank', 'saved'])) }),
  passages: v.strictObject({
    query,
    rows: v.pipe(v.array(row), v.maxLength(100)),
  }),
  marks: v.strictObject({ query, text }),
  timeline: v.strictObject({ axis, filter, near: v.nullable(row) }),
  facets: v.strictObject({ axis, filter }),
  shellWords: v.custom<ShellWords>(isShellWords),
  export: v.strictObject({ axis, filter, format: v.picklist(EXPORT_FORMATS) }),
  post: v.strictObject({ post: row }),
  posts: v.strictObject({ posts: v.pipe(v.array(row), v.maxLength(500)) }),
  newHighlight: v.strictObject({ articleId, ...highlighted }),
  highlight: v.strictObject({ articleId, id: highlightId }),
  highlightChange: v.strictObject({
    articleId,
    id: highlightId,
    change: v.strictObject({
      color: v.exactOptional(highlighted.color),
      note: v.exactOptional(highlighted.note),
      tags: v.exactOptional(highlighted.tags),
      target: v.exactOptional(highlighted.target),
    }),
  }),
  removedHighlight: v.strictObject({
    // What a younger Layover wrote beside it comes back with it.
    highlight: v.looseObject({ id: highlightId, articleId, ...highlighted, created: instant, changed: instant }),
  }),
  refound: v.strictObject({
    articleId,
    found: v.pipe(
      v.array(v.strictObject({ id: highlightId, placement: v.strictObject(placement) })),
      v.maxLength(MOST_HIGHLIGHTS),
    ),
  }),
  highlightExport: v.strictObject({
    format: v.picklist(HIGHLIGHT_FORMATS),
    articleId: v.nullable(articleId),
    only: v.exactOptional(v.pipe(v.array(highlightId), v.maxLength(1_000_000))),
  }),
  listening: v.strictObject({ isOn: v.boolean() }),
  settings: v.custom<Partial<Settings>>(isSettingsChange),
  link: v.strictObject({ url: address }),
  host: v.strictObject({ host: v.pipe(v.string(), v.maxLength(300)) }),
  menus: v.strictObject({ menus: v.pipe(v.array(menu), v.minLength(1), v.maxLength(16)) }),
  dictionary: v.strictObject({ name: v.pipe(v.string(), v.check(isDictionaryName)) }),
  libraryWish: v.strictObject({
    scope: v.union([v.literal('library'), target]),
    form: v.picklist(LIBRARY_FORMS),
    isZipped: v.boolean(),
    hasHighlights: v.boolean(),
    hasRelated: v.boolean(),
    words: exportWords,
  }),
  word: v.strictObject({
    word: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    lang: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  }),
  picture: v.strictObject({ file: v.pipe(v.string(), v.maxLength(200)) }),
  copied: v.strictObject({ text, html: text }),
  change: v.strictObject({ target, change }),
  target: v.strictObject({ target }),
  undo: v.strictObject({ undo: saveId }),
  job: v.strictObject({ job: saveId }),
  trashPage: v.strictObject({ from: row, count: count(1, 200) }),
  trashed: v.strictObject({ ids }),
  emptied: v.strictObject({ ids: v.nullable(ids) }),
  rule: v.strictObject({ id: v.pipe(v.string(), v.maxLength(40)) }),
};

/** Makes a checker from a schema: it answers the input, typed, or throws `bad-input`. */
export function checked<S extends v.GenericSchema>(schema: S): (input: unknown) => v.InferOutput<S> {
  return (input) => {
    const result = v.safeParse(schema, input);
    if (result.success) return result.output;
    const where = v.getDotPath(result.issues[0]);
    throw new AppError(
      'bad-input',
      `Layover could not use that input${where === null ? '' : ` (${where})`}. Nothing was changed.`,
    );
  };
}
