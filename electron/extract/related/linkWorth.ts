// What a link by itself could be: the title of another post, a smaller link beside one, or none of a list's business.
import { isTag } from 'domhandler';
import { findDate } from './findDate.ts';
import type { Link } from './pageOutline.ts';

/** `title` names a post, `more` only leads to one ("Read more"), `weak` may do either, `minor` is about something else. */
export type LinkWorth = 'title' | 'more' | 'weak' | 'minor';

const MINOR_ADDRESS = new RegExp(
  [
    '(?:facebook\\.com/(?:sharer|share|dialog)|(?:twitter|x)\\.com/(?:intent|share|home\\?status)|pinterest\\.[a-z.]+/pin/|linkedin\\.com/share',
    'wa\\.me/|whatsapp\\.com/|t\\.me/share|reddit\\.com/submit|tumblr\\.com/share|getpocket\\.com|addtoany|b\\.hatena\\.ne\\.jp|plus\\.google',
    'news\\.google\\.com/publications|//t\\.co/|twitter\\.com/hashtag)',
    '(?:facebook|twitter|//x|instagram|pinterest|tiktok|linkedin|youtube|telegram|vk|weibo)\\.com/(?:(?:company|channel|user|c|in|pages)/)?@?[\\w.%-]+/?$|comment-page-\\d',
    '/(?:authors?|autor(?:en|es)?|auteurs?|byline)/|/(?:redakce|redaktion|profiles?|users?|contributors?|staff|team|people)/[^/]*/?$',
    '/(?:login|signin|sign-in|register|signup|subscribe|abo|newsletter|cart|checkout|privacy|impressum|contact|kontakt|feed|rss|copyright|datenschutz|agb|terms)(?:\\.\\w{2,5})?/?$|beian\\.gov\\.cn',
    '/search/?\\?|[?&](?:page|paged|share|replytocom|print|add-to-cart)=|/page/\\d+/?$|\\.xml$|//(?:rss|feeds)\\.',
    '\\.(?:jpe?g|png|gif|webp|svg|mp3|zip)(?:\\?|$)',
  ].join('|'),
  'i',
);

const TOPIC_ADDRESS =
  /\/(tags?|topics?|trends?|categor(?:y|ies)|kategorie|categoria|rubrik|thema|themen|schlagwort|keyword|hashtag|labels?|dossiers?)\/(?:[^/]+\/)?([^/]+)\/?$/i;

const MORE = new RegExp(
  `^(?:\\W*)(?:${[
    'read (?:more|on|full (?:story|article|post)|the (?:full )?(?:story|article))|more|full (?:story|article)|continue(?: reading)?|learn more',
    'view (?:post|article|story|recipe|more)|get the recipe|details|mehr(?: lesen| erfahren| infos?)?|weiter(?:lesen)?|zum artikel|artikel lesen',
    'lire (?:la suite|plus|l.article)|en savoir plus|leer más|seguir leyendo|ver más|leia mais|ler mais|continua(?: a leggere)?|leggi(?: tutto| di più)?',
    'lees (?:meer|verder)|läs mer|læs mere|les mer|lue lisää|czytaj(?: więcej| dalej)?|více|číst dále|tovább|citește|читать(?: далее| дальше)?|подробнее',
    'далее|детальніше|περισσότερα|devamı|続きを読む|もっと見る|阅读全文|阅读更多|閱讀更多|更多|더보기|اقرأ المزيد|المزيد|קרא עוד|לקריאה',
  ].join('|')})\\W*$`,
  'iu',
);

const CALL_TO_ACTION = new RegExp(
  `^\\W*(?:${[
    'check (?:the )?(?:latest )?price|let.s (?:talk|get|start)|click here|tap here|subscribe|sign (?:up|in)|log ?in|download|buy|shop now|order|book (?:a|now)|contact us|follow us|view (?:all|more|this)|see (?:all|more)',
    'show (?:all|more)|all (?:posts|articles|news|stories)|browse (?:all|more)|privacy policy|terms (?:of|and)|cookie|get started|free trial|add to|skip to|back to|scroll to',
    'report (?:a|an|this)|print (?:this|page|article)|leave a (?:reply|comment)|post a comment|cancel reply|e-?mail (?:this|to)|share (?:this|on|to|with)|advertise|send (?:us )?feedback',
    '(?:weitere|alle|mehr|more|other|all|zu(?:r|m) allen)\\b.{0,24}(?:artikel|articles|posts|news|beiträge|meldungen|stories|nachrichten|videos)$|zur startseite|nach oben|zum inhalt',
    '(?:more|other|all|latest) (?:news|articles|stories|posts|videos|headlines) (?:in|from|on|about) (?:this|the|our)\\b|aller au contenu|tous les articles|ver todo|ver todas|todas las|vedi tutti|alle artikelen|wszystkie|все (?:новости|статьи|материалы)|查看全部|一覧(?:へ|を見る)?$|もっと見る',
  ].join('|')})`,
  'iu',
);
const OFFER =
  /^(?:get|try|read|see|check|request|compare|start|find|visit|claim|shop|buy)\b.{0,60}\b(?:for free|free trial|free|quotes?|reviews?|demo|prices?|pricing|deals?|discount|offer)\b.{0,12}$/i;
const BYLINE = /^(?:by|von|par|por|di|door|av|текст:?)(?: \p{Lu}[\p{L}.'’-]*){1,4}$/u;
const CLICK_HERE = /\b(?:by clicking here|click here|hier klicken|cliquez ici|haga clic|clique aqui)\b/i;

const NEIGHBOUR_NAME =
  /(?:^|[-_ ])(?:prev|previous|nav-next|next-post|post-next|next-article|previous-article|pager)(?:[-_ ]|$)/i;
const NEIGHBOUR_WORDS =
  /^\W*(?:previous|next|older|newer|vorherige[rs]?|nächste[rs]?|précédent|suivant|anterior|siguiente|próximo|precedente|successivo|vorige|volgende|poprzedni|następny|предыдущ|следующ|上一篇|下一篇|前の記事|次の記事)\s?(?:article|post|story|page|entry|artikel|beitrag|seite|artículo|artigo|wpis|запись|статья)?\b\W{0,3}(?:$|[:：])/iu;

/** With a day to count from, any form of date is known as one. */
const ANY_DATE = { lang: null, reference: '2020-06-15T12:00', order: 'day-first' } as const;

const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/** Words of a title; of East Asian scripts, which write no spaces, every two characters count as one. */
export function countTitleWords(text: string): number {
  if (!/[\u1100-\uffff]/.test(text)) return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const cjk = text.match(CJK)?.length ?? 0;
  const spaced = text.replace(CJK, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return spaced + Math.floor(cjk / 2);
}

/** Tells what a link could be, by its address and words alone. */
export function worthOf(link: Link): LinkWorth {
  const { text } = link;
  if (isNeighbour(link) || MINOR_ADDRESS.test(link.href.length > 400 ? link.href.slice(0, 400) : link.href))
    return 'minor';
  if (isTopicAddress(link.href)) return 'minor';
  if (text.length > 700 || /^https?:\/\//.test(text)) return 'weak';
  if (MORE.test(text)) return 'more';
  if (isCallToAction(text) || BYLINE.test(text)) return 'minor';
  const words = countTitleWords(text);
  if (words <= 5 && /\d/.test(text) && isDate(text)) return 'weak';
  // East Asian titles say as much in half the letters.
  if (words >= 3 && (text.length >= 12 || (text.match(CJK)?.length ?? 0) >= 5)) return 'title';
  if (text === '' && link.image !== null) {
    return nameWorth(link.image.attribs['alt']);
  }
  if (text === '') return nameWorth(link.element.attribs['title'] ?? link.element.attribs['aria-label']);
  return words === 0 ? 'minor' : 'weak';
}

/** Tells whether a text is a date and nothing else to speak of. */
export function isDate(text: string): boolean {
  const found = text.length <= 60 && /\d/.test(text) ? findDate(text, ANY_DATE) : null;
  return found !== null && found.end - found.start >= text.length - 8;
}

/** A tag, category or dossier; under some such address forums and shops of articles keep single posts too. */
function isTopicAddress(href: string): boolean {
  const [, folder = '', last] = TOPIC_ADDRESS.exec(href) ?? [];
  return last !== undefined && !(/^t(?:opic|hema)/i.test(folder) && /\d{4}.*-|(?:[^-]+-){3}/.test(last));
}

/** The post before or after this one, as blogs link them for leafing through. */
function isNeighbour(link: Link): boolean {
  const { attribs, parent } = link.element;
  if (/^(?:\s*[←⟵«‹])|[→⟶»›]\s*$/u.test(link.text) && /[←⟵→⟶]/u.test(link.text)) return true;
  if (/\b(?:prev|next)\b/.test(attribs['rel'] ?? '')) return true;
  const outer = parent !== null && isTag(parent) ? (parent.attribs['class'] ?? '') : '';
  return NEIGHBOUR_NAME.test(`${attribs['class'] ?? ''} ${outer}`) || NEIGHBOUR_WORDS.test(link.text);
}

/** A name that is not shown, such as a picture's, must say more to be a title. */
function nameWorth(name: string | undefined): LinkWorth {
  if (name === undefined || isCallToAction(name)) return 'weak';
  return countTitleWords(name) >= 4 ? 'title' : 'weak';
}

/** "Subscribe", "View all" and other links that ask for something. */
export function isCallToAction(text: string): boolean {
  if (text.length > 100) return false;
  // A title may begin with such a word; what asks for something is short.
  return (
    OFFER.test(text) ||
    CLICK_HERE.test(text) ||
    (CALL_TO_ACTION.test(text) && text.split(' ').length <= (/^\W*see all\b/i.test(text) ? 9 : 5))
  );
}

/** Tells whether the words only say that there is more, such as "Read more". */
export function isMoreWords(text: string): boolean {
  return text.length <= 40 && MORE.test(text);
}
