// An element in; what its name and attributes hint at comes out, as bits. Hints are evidence, never a verdict: each is weighed.
import type { Element } from 'domhandler';

interface Hint {
  readonly name: string;
  readonly tags?: string;
  /** Tested against class, id, role and item property, lower-case, camel case parted by `-`. */
  readonly words?: RegExp;
}

// The order is the order of the bits, so new hints go to the end. At most 31.
const HINT_LIST = [
  { name: 'article', tags: 'article', words: /\bitem-?type-(?:news|blog)|\brole=article/ },
  { name: 'main', tags: 'main', words: /\brole=main\b|\bmain-content\b|\bmaincontent\b/ },
  {
    name: 'nav',
    tags: 'nav menu',
    words:
      /\bnav|\bmenu|breadcrumb|\bpag(?:er|ination)\b|\brole=navigation|\btabs?\b|\bskip\b|sitemap|toolbar|\bbyte?crumb/,
  },
  {
    name: 'aside',
    tags: 'aside',
    words: /\baside|side-?bar|\bside\b|\brail\b|\bwidgets?\b|\bright-?col|complementary|\bmarginal/,
  },
  { name: 'footer', tags: 'footer', words: /\bfoot(?:er)?\b|\bfoot-|\bcolophon|role=contentinfo|\bbottom\b/ },
  { name: 'header', tags: 'header', words: /\bheader\b|\bmast-?head|\bhero\b|\bhead\b|\bbanner\b|\btopbar|\btop\b/ },
  { name: 'form', tags: 'form fieldset', words: /\bform\b|\bsearch/ },
  { name: 'list', tags: 'ul ol dl' },
  { name: 'item', tags: 'li dd dt' },
  { name: 'cell', tags: 'td th' },
  {
    name: 'figure',
    tags: 'figure figcaption',
    words: /caption|\bfigure|wp-caption|\bimage|\bphoto|\bpicture|\bgallery|\bslide|\bcarousel|\bmedia\b|\bvideo/,
  },
  { name: 'quote', tags: 'blockquote' },
  { name: 'code', tags: 'pre code' },
  { name: 'heading', tags: 'h1 h2 h3 h4 h5 h6', words: /role=heading/ },
  { name: 'paragraph', tags: 'p' },
  {
    name: 'body',
    words:
      /article-?(?:body|text|content|copy)|(?:body|post|entry|story|page|news|blog)-?(?:text|body|content|copy)|prop=(?:articlebody|text)|\bmarkdown|\brte\b|\brich-?text|\bwysiwyg|\bprose\b|\bbody-?copy|\bcontent-?(?:body|text)\b|\bmw-parser|\bpost-?message|\bmessage-?(?:body|text|content)|\bcooked\b/,
  },
  {
    name: 'content',
    words:
      /\bcontent|\barticle|\bpost\b|\bentry|\bstory|\btext\b|\bhentry|\binhalt|\bbeitrag|\bartikel|\bnews\b|\bblog/,
  },
  { name: 'comment', words: /comment|disqus|\brespond\b|kommentar|\bcoral\b|livefyre|trackback|\breviews?\b/ },
  {
    name: 'share',
    words:
      /shar(?:e|ing)|\bsocial|addtoany|addthis|\bfollow|facebook|twitter|whatsapp|\bteilen|sociable|\blike-|bookmark/,
  },
  {
    name: 'related',
    words:
      /related|recommend|\bread-?(?:more|next|also)|similar|\bmore-|-more\b|popular|trending|latest|recent|outbrain|taboola|most-?(?:read|view)|\bsee-?also|\bprev(?:ious)?\b|\bnext\b|zergnet|mehr-|weiter/,
  },
  {
    name: 'card',
    words: /teaser|\bcards?\b|\btiles?\b|\bgrid\b|\bthumb|\bpreview|\bpromo|\bfeed\b|\bshelf|\bstack\b|\bloop\b/,
  },
  {
    name: 'meta',
    words:
      /\bmeta\b|\bmeta-|-meta\b|byline|\bauthor|\bdate|\btime\b|timestamp|\btags?\b|-tags?\b|categor|\blabel|kicker|\btopics?\b|\binfo\b|\bposted|published|\bdetails?\b|\bkeywords?\b|\bcredits?\b|source/,
  },
  {
    name: 'bio',
    words: /author-?(?:bio|box|info|profile|card|desc)|about-?(?:the-?)?author|\bbio\b|biography|\bprofile|\bvcard/,
  },
  {
    name: 'offer',
    words:
      /newsletter|subscri|sign-?up|\bopt-?in|paywall|\blog-?in|register|\bcta\b|\bpiano|donat|\bmembership|call-?to-?action|\bpopup|\bmodal|lightbox|overlay|\bdialog|\btoast|\bnotice|\balert|tooltip/,
  },
  { name: 'cookie', words: /cookie|consent|gdpr|privacy|onetrust|\bcmp\b|disclaimer|copyright|\blegal\b/ },
  {
    name: 'ad',
    words:
      /\bads?\b|\bad-|-ad\b|-ads\b|advert|sponsor|\bdfp|anzeige|werbung|affiliate|commercial|\bshop\b|\bproduct|\bprice|\bbuy\b/,
  },
  {
    name: 'hidden',
    words:
      /\bhidden\b|visually-?hidden|sr-only|screen-?reader|\bprint-?only|\bnoprint|\bno-?print|\bis-?hidden|\bhide\b|\bcollapsed?\b|\boffscreen|display-?none|\baria-hidden/,
  },
  {
    name: 'standfirst',
    words:
      /standfirst|\bdek\b|\bdeck\b|subtitle|sub-?head|\bsummary|\bintro|\blead\b|\blede\b|\bteaser-?text|\bexcerpt|\babstract|\bvorspann|\bdescription|sub-?line|\bchapo/,
  },
  { name: 'toc', words: /\btoc\b|table-?of-?contents|\bjump-?(?:to|links?)|\bon-?this-?page|\boutline|contents-?list/ },
  {
    name: 'message',
    words:
      /\bmessage|\breply|\bthread|\banswer|\bquestion|\btopic-?(?:post|body)|\bdiscussion|\bconversation|\bpost-?\d+|\bforum/,
  },
  {
    name: 'interlude',
    words:
      /pull-?quote|\binset|\binfobox|\bbox\b|\bcallout|\bfact-?box|\bnote\b|\bembed|\binline|\bwell\b|\bpanel|\binterstitial|\binjected|\bmodule\b/,
  },
] as const satisfies readonly Hint[];

/** Names of the hints. */
export type HintName = (typeof HINT_LIST)[number]['name'];

/** The hints' names in the order of their bits. */
export const HINT_NAMES: readonly HintName[] = HINT_LIST.map(({ name }) => name);

/** The bit of each hint. */
export const HINT_BITS: ReadonlyMap<HintName, number> = new Map(HINT_NAMES.map((name, index) => [name, 1 << index]));

const WITH_WORDS: readonly { readonly bit: number; readonly words: RegExp }[] = HINT_LIST.flatMap((hint, index) =>
  'words' in hint ? [{ bit: 1 << index, words: hint.words }] : [],
);
const TAGS: ReadonlyMap<string, number> = new Map(
  HINT_LIST.flatMap((hint, index) =>
    'tags' in hint ? hint.tags.split(' ').map((tag): [string, number] => [tag, 1 << index]) : [],
  ),
);

const MOST_LETTERS = 160;
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, number>();

/** The hints of one element, as bits; `html` and `body` give none, since their classes speak of the whole page. */
export function hintsOf(element: Element): number {
  const { name, attribs } = element;
  if (name === 'body' || name === 'html') return 0;
  const tag = TAGS.get(name) ?? 0;
  const { class: classes, id, role, itemprop, style, hidden } = attribs;
  let hints = tag;
  if (classes !== undefined || id !== undefined || role !== undefined || itemprop !== undefined) {
    hints |= wordHints(classes ?? '', id ?? '', role ?? '', itemprop ?? '');
  }
  if (hidden !== undefined || attribs['aria-hidden'] === 'true') hints |= HIDDEN;
  if (style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) hints |= HIDDEN;
  return hints;
}

const HIDDEN = HINT_BITS.get('hidden') ?? 0;

function wordHints(classes: string, id: string, role: string, itemprop: string): number {
  const key = `${classes.slice(0, MOST_LETTERS)} ${id.slice(0, MOST_LETTERS)} role=${role.slice(0, 40)} prop=${itemprop.slice(0, 40)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/_+/g, '-')
    .toLowerCase();
  let hints = 0;
  for (const { bit, words: pattern } of WITH_WORDS) if (pattern.test(words)) hints |= bit;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, hints);
  return hints;
}
