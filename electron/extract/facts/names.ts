// A byline as it stands on a page in, the names of people in it out: without "By", without roles, dates, handles and addresses.
// Pure; knows no page.
import { monthOf } from '../related/monthNames.ts';
import { findDates } from './parseDate.ts';

/** Words before a name that say that an author follows, in the languages of Europe and in Chinese, Japanese and Korean. */
const BY =
  /^[\s:|–—·•*/,-]*(?:(?:view|see|read)? ?(?:all|more) (?:posts|articles|stories) (?:by|from)|(?:zeige |zeigt )?(?:alle|mehr|weitere) (?:beiträge|artikel) von|post author by|(?:(?:story|article|words|text|report(?:ed)?|written|posted|published|created|submitted|contributed|authored|reviewed|recipe|post|analysis|opinion|review|interview|guest post|blog|presented|compiled)\s+)?by|(?:geschrieben|verfasst|veröffentlicht|gepostet|erstellt|eingestellt|ein (?:artikel|beitrag|gastbeitrag|kommentar|interview)|artikel|beitrag|gastbeitrag|kommentar|text|interview|rezension)?\s*von|vom|(?:écrit|rédigé|publié|posté)?\s*par|(?:escrito|publicado|creado)?\s*por|(?:scritto|pubblicato|a cura)?\s*(?:di|da)(?=\s+\p{Lu})|door|av|af|skrevet av|kirjoittanut|przez|autorem|napsal[a]?|autor(?:[:i]n)?(?:\/in)?(?:en|innen)?|auteurs?|autore|autora?|autores|author(?:s|\(s\))?|contributors?|writer|verfasser(?:in)?|redakteur(?:in)?|text(?: (?:&|und) (?:fotos?|bild(?:er)?))?|texte?|testo|texto|tekst|szöveg|автор|текст|yazar|ライター|글|기자)(?![\p{L}])(?:\s+(?:der|die|des|our)\s+\p{L}+redakteur(?:in)?)?[\s:：/／|–—-]*/iu;

const CJK_BY = /^(?:作者|文|撰文|记者|記者|執筆者?|著者|投稿者|发布者|發佈者|責任編集|編集)(?:\s*[:：/／|｜]\s*|\s+)/u;

/** What ends the names where people read them: a role, a date, a place, what the page adds. */
const END =
  /\s*(?:[|•·●►»←→⋅]|\s[–—-]\s|\s\/\s|(?<=\s)(?:on|am|vom|le|el|il|updated|published|posted|veröffentlicht|aktualisiert|last|for|für|in|im|is|ist|est|es|at|from|under|unter|via|about|follow|view|read|see|share|comments?|photography|photos?|fotos?|bilder|edited|reviewed|fact|with|mit|all|alle|more)(?=\s|:|$)|\(|\[|\s\d|https?:|www\.|@|，|。|；|\n|\t)/iu;

/** What ends them in a statement, where nothing but names should stand. */
const END_OF_STATED = /\s*(?:[|•·⋅]|\s[–—-]\s|\(|\[|https?:|www\.|@|\s\S*\.(?:com|de|org)\b)/iu;

const AND = /\s*(?:,|;|、|，|&|\+|\/|\s(?:and|und|et|y|e|og|och|en|i|и|with|mit|sowie)\s)\s*/iu;

const NOT_NAME =
  /^(?:no author|an[oó]nimo|anonyme|publisher|admin(?:istrator)?|author|autor|editor(?:ial)?(?: (?:team|staff|board))?|editors|staff(?: (?:writer|reporter))?s?|team|the team|guest(?: author)?|contributor|user|user ?name|web ?master|redaction|rédaction|la rédaction|redacción|redazione|redakcja|news ?desk|newsroom|news|anonymous|anonym|unknown|none|null|undefined|nan|default|root|home|blog|by|von|name|share|follow|more|facebook|twitter|contact|kontakt|profile|subscribe|login|menu|search|online|wordpress|press release|pressemitteilung|company|website|site|super user|superuser|editorial|test|posts?|view all|著者|作者|记者|記者|编辑|about(?: the author)?|n\/a|na|all posts|archive|published|updated|written|me|us|my|you|we)$/i;

/** Words of offices, degrees and houses; a part of a byline that has one, after a name, is no further name. */
const ROLE =
  /(?:^|[\s-])(?:ph\.?d|m\.?d|mba|rdn?|ldn?|fand|cssd|ms|ma|msc|bsc|dds|dvm|cpa|cfp|cfa|esq|jr|sr|editors?|senior|staff|reporter|writer|contribut(?:or|ing)|correspondent|author|founder|co-founder|ceo|cto|cmo|coo|director|manager|head|chief|president|professor|prof|analyst|journalist(?:in)?|(?:chef)?redakteur(?:in)?|online-redaktion|redaktion|autor(?:in)?|freie[r]?|dpa|afp|reuters|ap|associated press|registered|certified|licensed|news|guest|managing|associate|assistant|executive|digital|content|marketing|special|dietitian|nutritionist|coordinator|specialist|expert|engineer|developer|gardener|grader|university|college|institute|times|post|today|magazine|watch|press|tribune|herald|journal|daily|bureau|service|network|media|committee|advertiser|kategorien?|categor(?:y|ies))(?:$|[\s,.:])/iu;

/** Where an office begins right after a name. */
const OFFICE =
  /^(\p{L}+[\s-]+\p{L}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*)??)\s+(?:senior|executive|staff|chief|managing|associate|contributing|review|digital|deputy|editor|reporter|writer|correspondent|journalist|(?:chef)?redakteur(?:in)?|professor|director|manager|coordinator|kategorien?)(?:\s|:|$)/iu;

/** "Interview: ", "Kommentar: ". */
const LABEL = /^\p{L}{4,20}:\s+/u;

const EDITORS =
  /(?:^|[\s-])(?:redaktion|redacci[oó]n|redazione|redaction|rédaction|redakcja|redacție|toimitus|редакция|编辑部|編集部)(?:$|\s)|editorial (?:team|staff|board)$/iu;

/** The names in a byline, each once, in order; empty when there is none that may be a person's or a group's. */
export function parseByline(text: string, isStated = false): string[] {
  const date = isStated ? undefined : findDates(text, 'day-first')[0]?.index;
  const bare = withoutBy(
    text
      .slice(0, date)
      .replace(/[^\S\n]+/g, ' ')
      .trim(),
  );
  const end = (isStated ? END_OF_STATED : END).exec(bare);
  const line = withoutMonth(end === null ? bare : bare.slice(0, end.index), end);
  const names: string[] = [];
  for (const part of line.split(AND)) {
    const trimmed = part.replace(/^[\s:.,*"'“”„–—-]+|[\s:,;*"“”–—⋅-]+$/g, '').replace(BY, '');
    const name = (OFFICE.exec(trimmed)?.[1] ?? trimmed).replace(LABEL, '');
    if (names.length > 0 && ROLE.test(name)) continue;
    if (isName(name) && !names.some((other) => other.toLowerCase() === name.toLowerCase())) names.push(name);
  }
  return names.slice(0, 12);
}

/** "By Ann Lee March 3": a day without a year is no date, and its month is no name. */
function withoutMonth(line: string, end: RegExpExecArray | null): string {
  const last = /\s(\p{L}{3,12})\.?$/u.exec(line);
  const isMonth = end !== null && /\d$/.test(end[0]) && last?.[1] !== undefined && monthOf(last[1], null) !== undefined;
  return isMonth ? line.slice(0, last.index) : line;
}

/** Tells whether a text begins as a byline does. */
export function startsWithBy(text: string): boolean {
  return BY.test(text) || CJK_BY.test(text) || GLUED_BY.test(text);
}

/** Tells whether a text is a label before a name that stands elsewhere, such as "Written by:". */
export function isOnlyBy(text: string): boolean {
  return text.length < 30 && startsWithBy(text) && text.replace(CJK_BY, '').replace(BY, '') === '';
}

/** Tells whether a text begins with a verb of writing and who did it: after "Posted by" even one word is a name. */
export function startsWithWrittenBy(text: string): boolean {
  return WRITTEN_BY.test(text);
}

const WRITTEN_BY =
  /^(?:posted|written|published|created|submitted|geschrieben|verfasst|veröffentlicht|gepostet|erstellt|eingestellt|écrit|publié|posté|escrito|publicado|scritto|pubblicato)\s+(?:by|von|par|por|da)(?!\p{L})/iu;

/** Tells whether a text begins with a word that names an author wherever it stands, unlike "By", and a colon. */
export function isAuthorLabel(text: string): boolean {
  return AUTHOR_LABEL.test(text);
}

const AUTHOR_LABEL =
  /^(?:(?:post|article|story) )?(?:authors?|autor(?:in|en|innen)?|auteure?s?|autore|autora|autores|verfasser(?:in)?|(?:written|posted|published) by|geschrieben von|verfasst von)\s*:/iu;

/** Styled apart on the page, and so written without a space. */
const GLUED_BY = /^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Aa]uthor|[Aa]utor)(?=\p{Lu})/u;

function withoutBy(text: string): string {
  let rest = text.replace(GLUED_BY, '');
  for (let pass = 0; pass < 2; pass++) {
    const shorter = rest.replace(CJK_BY, '').replace(BY, '');
    if (shorter === '' || shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

/** Tells whether a text may name a person or a group. */
function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || !/\p{L}/u.test(text)) return false;
  if (/[@#<>{}=\\?!]|https?:|www\.|\.(?:com|org|net|de|co|io)\b/i.test(text)) return false;
  if (text.split(' ').length > 6 || /^(?:about|meet|über)\s|\s(?:inc|llc|ltd|gmbh)\.?$/i.test(text)) return false;
  return !NOT_NAME.test(text.trim()) && !EDITORS.test(text);
}

const PARTICLE =
  /^(?:van|von|de|der|den|da|di|del|della|la|le|du|dos|das|zu|zum|af|bin|ibn|al|el|y|e|ter|ten|vom|und|and)$/iu;
const CAPITALISED = /^(?:[dlo]['’])?\p{Lu}[\p{L}\p{M}.'’]*$/u;
const UNCASED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}]/u;

/** Tells whether a text is written as people's names are: two to five words, a capital first, or a particle such as "van". */
export function looksLikePerson(name: string): boolean {
  // These scripts have no capitals; a name in them is short.
  if (UNCASED.test(name)) return name.length <= 12 && !/[：:，。？！]/u.test(name);
  const words = name.split(/[\s-]+/);
  if (words.length < 2 || words.length > 5 || PARTICLE.test(words[words.length - 1] ?? '')) return false;
  return words.every((word, index) => CAPITALISED.test(word) || (index > 0 && PARTICLE.test(word)));
}

const HOUSE =
  /(?:^|\s)(?:the|das|der|die|la|le|el|il|los|las|news|presse|press|zeitung|post|times|magazine?|journal|gazette|tribune|herald|chronicle|courier|observer|telegraph|weekly|review|blog|tv|radio|nachrichten|foundation|kitchens?|store|shop|team|photography|media|online|group|institute|university|company|inc|llc|ltd|gmbh|ag|ev|club|verein|verband|praxis|welt|today|daily|wissen|service|services|research|health|labs?|studios?|agency|network|society|association|center|centre|cloud|digital|strategies|solutions|software)(?:\s|\.|$)|(?:nachrichten|zeitung|verband|verlag|blatt|kurier|anzeiger|magazin|portal|redaktion)(?:\s|$)|^\S+$/iu;

/** Tells whether a name that is also the site's may be that of the person who writes it. */
export function mayOwnSite(name: string): boolean {
  return looksLikePerson(name) && name.split(' ').length <= 3 && !HOUSE.test(name) && name !== name.toUpperCase();
}
