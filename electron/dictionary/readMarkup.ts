// A definition in some markup of a stranger in (HTML, XDXF, Pango, PowerWord); lines of plain text out. Tags say where a line begins and
// what is emphasised and are then forgotten; nothing of them is handed on. Any text is read in one pass, however broken it is.
import type { BlockKind, RunMark } from '#contract/dictionary.ts';
import type { BlockList } from './blocks.ts';

// No tag reaches beyond the next `<`, so that no text, however broken, is looked through twice.
const TOKEN =
  /<!\[CDATA\[|<!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>|<(\/?)(\p{L}[\p{L}\d:._-]{0,30})((?:"[^"<]*"|'[^'<]*'|[^'"<>])*)>|([^<]+|<)/gu;
/** Longer definitions than this are cut before they are read. */
const MOST_LETTERS = 400_000;
const DEEPEST = 64;

const HIDDEN = new Set([
  'script',
  'style',
  'title',
  'head',
  'rref',
  'iframe',
  'object',
  'svg',
  'math',
  'k',
  'textarea',
]);
const MARKS: ReadonlyMap<string, RunMark> = new Map([
  ...'b strong dt th word'.split(' ').map((tag): [string, RunMark] => [tag, 'strong']),
  ...'i em cite dfn co abr abbr mrkd'.split(' ').map((tag): [string, RunMark] => [tag, 'emphasis']),
  ['kref', 'see'],
]);
/** What begins a line, by what it is. */
const LINE_TAGS: Readonly<Record<BlockKind, string>> = {
  text: 'p div br hr table tr ul ol dl dd dt section article gloss sr',
  part: 'h1 h2 h3 h4 h5 h6 gr pos type',
  item: 'li def',
  example: 'ex blockquote',
  sound: '',
};
const LINES: ReadonlyMap<string, BlockKind> = new Map(
  (['text', 'part', 'item', 'example'] as const).flatMap((kind) =>
    LINE_TAGS[kind].split(' ').map((tag): [string, BlockKind] => [tag, kind]),
  ),
);
const SOUNDS = new Set(['tr', 'pron', 'phon']);

interface Open {
  readonly name: string;
  /** For a list: how many of its items have begun; `null` where they have no numbers. */
  items: number | null;
  /** How text in it is set apart. */
  readonly mark: RunMark | undefined;
}

/** Reads markup; `isXdxf` where `tr` is how a word sounds, not a row, and a line's end means one. */
export function readMarkup(text: string, blocks: BlockList, isXdxf: boolean): void {
  const open: Open[] = [];
  let hidden = 0;
  blocks.begin('text', 0);

  const isList = ({ name }: Open): boolean => name === 'ul' || name === 'ol' || name === 'def' || name === 'dl';
  const depth = (): number => open.filter(isList).length;

  function beginLine(name: string): void {
    if (isXdxf && SOUNDS.has(name)) return blocks.begin('sound', 0);
    const kind = LINES.get(name);
    if (kind === undefined) return undefined;
    if (kind !== 'item') return blocks.begin(kind, kind === 'part' ? 0 : Math.max(0, depth() - 1));
    const list = open.findLast(isList);
    if (list !== undefined && list.items !== null) list.items += 1;
    return blocks.begin('item', Math.max(0, depth() - 1), list?.items ?? null);
  }

  function close(name: string): void {
    const at = open.findLastIndex((each) => each.name === name);
    if (at === -1) return;
    for (const each of open.splice(at)) if (HIDDEN.has(each.name)) hidden -= 1;
    if (LINES.has(name) || (isXdxf && SOUNDS.has(name))) blocks.begin('text', Math.max(0, depth() - 1));
  }

  for (const [, slash, tag, attributes = '', data] of text.slice(0, MOST_LETTERS).matchAll(TOKEN)) {
    if (data !== undefined) {
      if (hidden === 0)
        addText(
          data.replaceAll(']]>', ''),
          blocks,
          open.findLast(({ mark }) => mark !== undefined)?.mark ?? 'plain',
          isXdxf,
        );
      continue;
    }
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (slash === '/') {
      close(name);
      continue;
    }
    if (hidden === 0) beginLine(name);
    if (attributes.endsWith('/') || name === 'br' || name === 'hr' || name === 'img' || open.length >= DEEPEST)
      continue;
    if (HIDDEN.has(name)) hidden += 1;
    const isReference = name === 'a' && /\shref\s*=\s*["']?(?:bword|entry|d):/i.test(attributes);
    open.push({ name, items: name === 'ul' || name === 'dl' ? null : 0, mark: isReference ? 'see' : MARKS.get(name) });
  }
}

function addText(data: string, blocks: BlockList, mark: RunMark, hasLines: boolean): void {
  const [first = '', ...lines] = hasLines ? data.split('\n') : [data];
  blocks.add(decodeEntities(first), mark);
  for (const line of lines) {
    if (line.trim() !== '') blocks.begin('text', 0);
    blocks.add(decodeEntities(line), mark);
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  (
    'amp & lt < gt > quot " apos \' ndash – mdash — hellip … lsquo ‘ rsquo ’ ldquo “ rdquo ” bull • middot · deg ° times × ' +
    'eacute é egrave è agrave à auml ä ouml ö uuml ü szlig ß ccedil ç ntilde ñ nbsp \u00a0'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, name, at, all) => {
      if (at % 2 === 0) pairs.push([name, all[at + 1] ?? '']);
      return pairs;
    }, []),
);

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES.get(name.toLowerCase()) ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '';
  });
}
