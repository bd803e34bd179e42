// How pages mark their comments: names of classes, ids and item types, and headings in many languages. Pure data and its predicates.
import { isTag, isText, type AnyNode, type Element } from 'domhandler';

const LONGEST = 300;

/** What an element says it is: tokens of class and id, `prop=` and `type=` of its data, in lower case, words parted by `-`. */
export function marksOf({ attribs }: Element): string {
  const { class: classes, id, itemprop, itemtype, role } = attribs;
  if (classes === undefined && id === undefined && itemprop === undefined && itemtype === undefined) return '';
  const names = `${(classes ?? '').slice(0, LONGEST)} ${(id ?? '').slice(0, LONGEST)}`;
  const type = (itemtype ?? '').slice(0, LONGEST).replace(/^.*\//, '');
  return ` ${partWords(names)} prop=${itemprop ?? ''} type=${type} role=${role ?? ''} `.toLowerCase();
}

function partWords(names: string): string {
  let parted = remembered.get(names);
  if (parted === undefined) {
    parted = names.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/_+/g, '-');
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(names, parted);
  }
  return parted;
}

/** The same few names stand all over a page, and over the pages of a site. */
const MOST_REMEMBERED = 5000;
const remembered = new Map<string, string>();

const COMMENT =
  '(?:comments?|kommentare?|commentaires?|comentarios?|commenti|commento|reacties|reactions|komentarze|komentarz|komentare|kommentarer|kommentar|yorumlar|yorum|komentari|responses|pinglun|user-comments?)';

/** An element that holds the comments. */
export const COMMENT_SECTION = new RegExp(
  ` (?:(?:post-|article-|entry-|blog-|page-|story-|the-|user-|wp-block-|reader-|site-)?(?:comments|kommentare|commentaires|comentarios|commenti|reacties|komentarze|kommentarer|yorumlar|komentari)|comment-?list|comments?-(?:area|list|section|container|wrapper|wrap|block|body-list|tree|thread|content|template|box|area-\\S*)|disqus-thread|comment-?threads?|discussion-comments|kommentar-?(?:liste|bereich)|replies-list|livefyre\\S*|coral-\\S+) |type=usercomments `,
);

/** One comment. */
export const COMMENT_ITEM = new RegExp(
  ` (?:${COMMENT}-(?:item|entry|post|single|container|node|wrapper|element|card)|(?:single|user|reader|wp|one|li|div|post|child|parent)-(?:comment|kommentar)|comment|kommentar|commentaire|comentario|komentarz|yorum|(?:li-|div-|post-)?(?:comment|kommentar|c)-?\\d+|comment-id-\\S+|comment-?depth-\\d+) |prop=comment |type=comment `,
);

/** An element that is a comment without any doubt, wherever it stands. */
export const SURE_COMMENT = /(?: (?:li-|div-|post-)?(?:comment|kommentar)-?\d+ |prop=comment |type=comment )/;

/** Where comments of other pages are listed. */
export const ELSEWHERE =
  / (?:sidebar|recent-?comments|widget-recent-comments|latest-comments|wp-block-latest-comments) /;

const FURNITURE_NAMES: ReadonlySet<string> = new Set(
  'form button input textarea select label img picture video audio iframe object embed svg canvas noscript script style template nav'.split(
    ' ',
  ),
);
const FORM = / (?:respond|comment-respond|comment-form\S*|comments?-nav\S*|comments?-pagination) /;
const SMALL_FURNITURE =
  /[ -](?:reply|reply-\S+|comment-(?:reply|edit|actions?|controls?|tools|votes?|likes?|report|share|permalink)\S*|edit-link|votes?|voting|likes?|report|flag|share|sharing|avatar|gravatar|screen-reader-text|sr-only|visually-hidden|says) | role=button /;
const LONGEST_FURNITURE = 40;

/** Tells whether an element of a comment is not its words: a form, a button, a face, a vote. */
export function isFurniture(element: Element): boolean {
  if (FURNITURE_NAMES.has(element.name)) return true;
  const marks = marksOf(element);
  if (FORM.test(marks)) return true;
  // An answer is often named `reply` as well as the button for it.
  return SMALL_FURNITURE.test(marks) && !COMMENT_ITEM.test(marks) && isShort(element);
}

const SIGNATURE =
  /[ -](?:author|user|username|user-name|name|nick|nickname|writer|poster|posted|date|time|timestamp|meta|byline|fn|vcard)[ -]/;

/** Tells whether an element may say who wrote a comment, or when. */
export function isSignature(element: Element): boolean {
  return /^(?:time|cite|b|h[3-6])$/.test(element.name) || SIGNATURE.test(marksOf(element));
}

function isShort(element: Element): boolean {
  let length = 0;
  const stack: AnyNode[] = [...element.children];
  for (let seen = 0; seen < 40; seen++) {
    const node = stack.pop();
    if (node === undefined) return length <= LONGEST_FURNITURE;
    if (isText(node)) length += node.data.trim().length;
    else if (isTag(node)) for (const child of node.children) stack.push(child);
  }
  return false;
}

const HEADING_WORDS =
  'comments?|reader comments?|user comments?|responses?|replies|kommentare?|leserkommentare|commentaires?|comentarios?|comentários?|commenti|commento|reacties?|kommentarer|kommentar|kommentit|kommenttia|komentarze|komentarzy|komentáře|komentářů|komentáre|komentari|komentara|hozzászólás(?:ok)?|comentarii|σχόλια|yorumlar|yorum|комментари(?:и|й|я|ев)|коментар(?:і|ів|и|а)|تعليقات|التعليقات|نظرات|תגובות|टिप्पणियाँ|bình luận|komentar|ความคิดเห็น|评论|評論|留言|条评论|則留言|コメント|댓글';

/** The words of a heading over comments: "12 Comments", "Comments (12)", "3 responses to “…”", "Kommentare". */
export const COMMENT_HEADING = new RegExp(
  `^(?:[\\d.,]+\\s*(?:${HEADING_WORDS})(?:$|[\\s:.!]| [\\p{L}]{1,4} .{0,90}$)|(?:${HEADING_WORDS})\\s*[:.]?\\s*(?:[(\\[（]?\\s*[\\d.,]+\\s*[)\\]）]?)?$)`,
  'iu',
);
