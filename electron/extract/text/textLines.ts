// The lines of a plain text document, told apart: source lines, promotions, credits, headline lists, list items.
import { splitKind } from '../related/postKinds.ts';

/** "Read the rest here" and its like: the text stands elsewhere in full, and what follows says where. */
const SOURCE_CUE = new RegExp(
  `^(?:${[
    'read the (?:rest|full (?:story|article|post)|original(?: (?:story|article|post))?|whole (?:story|article))(?: here| at| on)?',
    '(?:read|see|view) (?:the )?(?:more|original)(?: here| at| on)',
    'continue reading(?: here| at| on)?',
    'original(?:ly published| article| post| source)?(?: at| in| on| here)?',
    'originally (?:posted|appeared)(?: at| in| on)?',
    'source|via|link|more here|excerpt from|here is the original',
    'quelle|weiterlesen(?: bei)?|zum artikel|lire la suite|fuente|leer más|fonte|continua a leggere|bron|lees verder',
    'źródło|czytaj dalej|источник|читать далее|来源|原文|出典|続きを読む|المصدر|מקור',
  ].join('|')})\\s*[:：]\\s*`,
  'iu',
);

const PROMOTION = new RegExp(
  [
    '^(?:read next|read also|also read|read more|see also|related|recommended|you may also like|don.?t miss|more on this|watch|up next)\\s*:',
    '^(?:lesen sie auch|lire aussi|lea también|leia também|leggi anche|lees ook|czytaj także|читайте также|相关阅读|関連記事)\\s*[:：]',
    '^(?:if you (?:enjoyed?|liked?) (?:this|our|the)|enjoyed this (?:article|post|story)\\?)',
    '^(?:please )?(?:consider )?(?:subscrib(?:e|ing)|sign(?:ing)? up|support(?:ing)?|donat(?:e|ing)|becoming? a (?:member|subscriber|patron))\\b.{0,120}(?:newsletter|subscri|inbox|patreon|member|journalism|podcast|updates|here|today|channel)',
    '^(?:click|tap) here (?:to|for)\\b',
    '^(?:follow|like|find|join) us on\\b',
    '^(?:share|tweet|pin|email|print) (?:this|it)\\b.{0,30}$',
    '^(?:advertisements?|sponsored(?: content)?|story continues below.*|anzeige|werbung|publicité|publicidad|реклама|广告)\\W*$',
    '^(?:get|receive) (?:our|the) .{0,60}(?:newsletter|inbox)',
    '\\bad-free access\\b|\\bcancel any ?time\\b|\\bsubscribe now\\b',
  ].join('|'),
  'iu',
);

const CREDIT =
  /^(?:(?:photo|image|picture|foto|bild|illustration|video)s?(?: credit| courtesy| by| via|:)|(?:credit|photograph)s?:|©)|(?:\bvia|\/)\s*(?:AP|Associated Press|Reuters|AFP|Getty(?: Images)?|EPA|DPA|Shutterstock|Unsplash|Flickr|Wikimedia(?: Commons)?|Xinhua|TASS)\s*\)?$|^(?:courtesy of|handout)\b/iu;

const HEADLINE = /^(\S.{9,199}?)\s*(?:\s[-–—|]|[-–—])\s+(\p{Lu}[^.!?:;]{1,48})$/u;
const SENTENCE_END = /[.!?。！？…]["'”’»)]?$/;

/** Tells whether a line only leads to the place the text came from; answers what stands after the cue, else `null`. */
export function afterSourceCue(line: string): string | null {
  const cue = SOURCE_CUE.exec(line);
  return cue === null ? null : line.slice(cue[0].length).trim();
}

/** Tells whether a line asks for something or advertises another page instead of being part of the text. */
export function isPromotion(line: string): boolean {
  return line.length <= 400 && PROMOTION.test(line);
}

/** Tells whether a line only says whose picture was shown. */
export function isCredit(line: string): boolean {
  return line.length <= 120 && !SENTENCE_END.test(line) && CREDIT.test(line);
}

/** `TITLE - SITE` in its two parts; `null` for any other line. A kind such as `- Video` is no site. */
export function splitHeadline(line: string): { readonly title: string; readonly site: string } | null {
  if (line.length > 260 || splitKind(line).kind !== 'article') return null;
  const match = HEADLINE.exec(line);
  const [title, site] = [match?.[1], match?.[2]];
  if (title === undefined || site === undefined || site.split(/\s+/).length > 7) return null;
  // The last dash parts title and site, since titles have dashes too.
  const inner = HEADLINE.exec(site);
  return inner === null
    ? { title, site }
    : { title: line.slice(0, line.lastIndexOf(inner[2] ?? site)).replace(/\s*[-–—|]\s*$/, ''), site: inner[2] ?? site };
}
