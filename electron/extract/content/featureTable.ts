// Which features a line can have, and the number each begins at. Nothing comes in; `weights.ts` holds a weight for every number.
import { GENRES } from './genre.ts';
import { HINT_NAMES } from './hints.ts';
import { WORDING_NAMES } from './wording.ts';

/** What a line looks like by itself; after the links, by its words, and once more when it ends a sentence. */
export const SHAPES = [
  'heading',
  'linked heading',
  'short link',
  'long link',
  'half linked',
  '1 word',
  '2 words',
  '4 words',
  '8 words',
  '16 words',
  '31 words',
  '61 words',
  '1 word.',
  '2 words.',
  '4 words.',
  '8 words.',
  '16 words.',
  '31 words.',
  '61 words.',
] as const;
/** The coarse kinds of line that most features are crossed with. */
export const CLASSES = ['short', 'prose', 'link', 'heading'] as const;
/** Where a line stands as seen from the densest root. */
export const ZONES = ['no root', 'before', 'head', 'within', 'tail', 'after', 'aside'] as const;
/** Elements that hold a line; the last is any other. */
export const TAGS = [
  'p',
  'div',
  'li',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'dd',
  'pre',
  'blockquote',
  'figcaption',
  'section',
  'article',
  'label',
  'header',
  'footer',
  'summary',
  'caption',
  'address',
  'figure',
  'other',
] as const;
/** Steps of the distance to the nearest prose. */
export const GAPS = 6;
/** Steps of a block's share of the page's prose. */
export const SHARES = 6;
/** How much prose the densest root has. */
const SIZES = ['none', 'tiny', 'small', 'middling', 'large'] as const;
/** Signs in the text of a line. */
const LOOKS = [
  'colon',
  'ellipsis',
  'arrow',
  'capitals',
  'lower start',
  'digits',
  'bullet',
  'question',
  'quoted',
  'bold',
  'starts after break',
  'pipe',
  'hash',
  'no letters',
  'starts linked',
  'ends linked',
  'both linked',
] as const;
/** How often a block stands among siblings of its kind, and with what in them. */
export const REPEATS = [
  'none',
  '3 linked',
  '6 linked',
  '12 linked',
  '3 prose',
  '6 prose',
  '3 short',
  '6 short',
] as const;

/** What the heading above a line announces. */
const HEADINGS = [
  'none',
  'title',
  'plain',
  'leads elsewhere',
  'comments',
  'offer',
  'legal',
  'bio',
  'share',
  'navigation',
] as const;

interface Group {
  readonly name: string;
  readonly size: number;
}

/** Group of features → how many it has; the order is the order of their numbers. */
const GROUPS = {
  bias: 1,
  shape: SHAPES.length,
  'shape in zone': SHAPES.length * ZONES.length,
  'shape before': (SHAPES.length + 1) * CLASSES.length,
  'shape after': (SHAPES.length + 1) * CLASSES.length,
  gaps: GAPS * GAPS * CLASSES.length,
  hint: HINT_NAMES.length * CLASSES.length,
  'hint above': HINT_NAMES.length * CLASSES.length,
  wording: WORDING_NAMES.length * 3,
  'wording in zone': WORDING_NAMES.length * ZONES.length,
  agreement: 16 * CLASSES.length,
  'article around': 6 * CLASSES.length,
  share: SHARES * 5 * CLASSES.length,
  title: 8 * 4 * CLASSES.length,
  repeat: REPEATS.length * CLASSES.length,
  tag: TAGS.length * 2,
  look: LOOKS.length * 2,
  page: SIZES.length * CLASSES.length * 2,
  related: CLASSES.length,
  fact: CLASSES.length,
  stated: 4 * CLASSES.length,
  described: CLASSES.length,
  repeated: CLASSES.length,
  place: 10 * CLASSES.length,
  'end distance': 6 * CLASSES.length * 2,
  genre: GENRES.length * CLASSES.length * REPEATS.length,
  'genre in zone': GENRES.length * CLASSES.length * ZONES.length,
  'genre comment': GENRES.length * CLASSES.length * 4,
  'under heading': HEADINGS.length * CLASSES.length * 3,
  'comments passed': 2 * CLASSES.length,
  texture: 3 * 4 * 3 * CLASSES.length,
  kin: 5 * 4 * CLASSES.length,
} as const;

/** Names of the groups of features and how many each has, in the order of their numbers. */
export const FEATURE_GROUPS: readonly Group[] = Object.entries(GROUPS).map(([name, size]) => ({ name, size }));

/** The name of a group of features. */
export type FeatureGroup = keyof typeof GROUPS;

const OFFSETS: ReadonlyMap<string, number> = offsets();

/** The number of a feature, by its group and its place there. */
export function featureNumber(group: FeatureGroup, index: number): number {
  return (OFFSETS.get(group) ?? 0) + index;
}

function offsets(): Map<string, number> {
  const found = new Map<string, number>();
  let at = 0;
  for (const { name, size } of FEATURE_GROUPS) {
    found.set(name, at);
    at += size;
  }
  return found;
}
