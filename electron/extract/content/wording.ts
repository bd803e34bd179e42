// What the words of a line give away: that it sells, shares, dates, signs or leads elsewhere, in the main languages of Europe and
// in Russian, Chinese, Japanese, Arabic and Hebrew. Patterns are lower-case, as the line they are asked of is. Each wording is
// evidence that is weighed with the rest, never a verdict.

interface Wording {
  readonly name: string;
  readonly pattern: RegExp;
}

const SHARE =
  /\b(?:share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|reddit|flipboard|e-?mail this|print(?: this)?|teilen|drucken|partager|imprimer|compart\w*|condivid\w*|stampa|delen|dela|del på|jaa|udostępnij|поделиться|sdílet)\b|分享|シェア|ツイート|打印|شارك|שתף/u;
const OFFER =
  /newsletter|subscri|sign up|sign in|log ?in|register|join (?:us|now|our)|free trial|in your inbox|abonn|anmelden|jetzt testen|registrier|s.inscrire|inscri[vb]|suscr|assinar|iscriviti|registrati|prenumer|tilmeld|subskryb|zapisz się|подпи[сш]|zaregistr|订阅|登录|注册|登録|ログイン|会員|اشترك|הירשמ/u;
const LEGAL =
  /©|\(c\) ?\d{4}|copyright|all rights reserved|terms (?:of|and)|privacy|cookie|gdpr|disclaimer|alle rechte|datenschutz|impressum|nutzungsbedingungen|tous droits|mentions légales|derechos reservados|aviso legal|direitos reservados|diritti riservati|rechten voorbehouden|wszelkie prawa|все права|版权|版權|转载|免责|著作権|無断|حقوق|זכויות/u;
const LEADS_ELSEWHERE =
  /^(?:read (?:more|next|also|the full|full)|more (?:on|from|about|in|stories|info)|see also|also (?:read|see|on)|related|recommended|watch(?: now| more)?|click here|learn more|find out more|continue reading|keep reading|view (?:all|more)|see (?:all|more)|listen|don.t miss|mehr |lesen sie|weiterlesen|weiter|siehe auch|zum thema|lire (?:aussi|la suite|plus)|à lire|voir aussi|en savoir plus|leer? (?:más|también)|lea también|ver más|te puede|leia (?:também|mais)|veja|saiba mais|leggi (?:anche|tutto)|lees (?:ook|meer)|läs (?:också|mer)|læs (?:også|mere)|les også|czytaj (?:też|także|więcej)|zobacz|читайте|подробнее|смотрите|相关|相關|推荐|更多|阅读|延伸|関連|続き|あわせて|اقرأ|المزيد|קראו|לקריאה)/u;
const COMMENTS =
  /\bcomments?\b|\brepl(?:y|ies)\b|\bkommentar|\bcommentaire|\bcomentario|\bcomentário|\bcommenti\b|\breacties?\b|\bkomentar|комментар|评论|評論|留言|コメント|تعليق|תגוב/u;
const BYLINE =
  /^(?:by|von|par|por|di|door|av|af|text|written by|posted by|published by|story by|автор|作者|文[：:/]|記者|记者|编辑|来源|责任编辑|reporting by|editing by|autor|redaktion|source)\b|^(?:[（(]?(?:作者|记者|記者|编辑|編集|来源|责编|責任編輯|文|原标题)[:：/])/u;
const DATED =
  /\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}\b|\b(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{2}年\d{1,2}月|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juil|août|déc|ene|abr|ago|dic)[a-zé]*\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}|\b\d{1,2}\.? (?:de )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru)[\p{L}]*\.?,? (?:de )?(?:19|20)\d{2}/u;
const CLOCK =
  /\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b| uhr|\b)|\b\d+ (?:minutes?|hours?|days?|weeks?|months?|years?|mins?) (?:ago|read)|^vor \d+|min(?:utes?|\.)? (?:read|lesezeit)|lesezeit|updated|published|posted on|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado|aggiornat|pubblicat|发布|发表|更新/u;
const CREDIT =
  /\b(?:photo|image|picture|foto|bild|credit|photograph|getty|reuters|shutterstock|istock|unsplash|afp|dpa|imago|ap photo|quelle|fotos?|crédit|courtesy)\b|图片|写真|©/u;
const CALL =
  /\b(?:click|buy|shop|order|download|add to|contact us|call us|get started|book (?:now|a)|learn more|donate|support us|follow us|apply|request|jetzt|kaufen|bestellen|spenden|kontakt)\b|立即|购买|クリック/u;
const BIO =
  /\bis an? (?:[\w-]+ ){0,6}(?:writer|author|editor|journalist|reporter|freelance\w*|contributor|blogger|founder|correspondent|professor|researcher|lecturer|expert|specialist)\b|\b(?:studied|lives in|follow (?:him|her|them|me)|find (?:him|her) on|about the author|über den autor|ist (?:redakteur|autor|journalist)|schreibt (?:für|über))\b|@\w{3,}|biograph/u;
const PRICE = /[$€£¥]\s?\d|\d\s?(?:€|eur\b|usd\b|chf\b|zł|kr\b|円|元)/u;
const NAVIGATION =
  /^(?:home|start(?:seite)?|menu|menü|search|suche|next|previous|prev|back|top|zurück|nach oben|skip|close|schließen|contact|kontakt|about(?: us)?|login|accueil|inicio|início|print|e-?mail|more|mehr|loading|tags?|categor\w*|filed under|topics?|schlagwörter|themen|advertisement|anzeige|werbung|publicité|publicidad|pubblicità|advertising|sponsored|reklama|реклама|上一篇|下一篇|首页|返回|广告|広告|前へ|次へ|标签|分类)\b/u;
const TAGGED =
  /^(?:tags?|categor\w*|filed under|topics?|schlag\w+|themen|kategorien?|mots.clés|etiquetas|keywords|in diesem artikel|posted in|labels|标签|关键词|タグ|метки|теги)\s*[:：]/u;
const SOURCE_LINE =
  /^(?:source|sources|quelle[n]?|via|fuente|fonte|bron|источник|来源|出典|references?|notes?|footnotes?|einzelnachweise)\b\s*[:：]?/u;
const ASKS =
  /\b(?:your (?:email|name|address)|required|field|password|username|enter|submit|javascript|browser|enable|e-mail-adresse|pflichtfeld)\b/u;
const COUNT =
  /^[\d.,\s]+(?:k|m)?\s*(?:shares?|views?|likes?|comments?|replies|votes?|points?|followers?|kommentare?|mal gelesen|阅读|点赞)?$/u;
const VOTE =
  /\b(?:upvote|vote|likes?|helpful|accepted answer|best answer|quote|report|flag|permalink|reputation|badges?|joined|member since|messages:|posts:|location:)\b/u;

/** The wordings, in the order of their bits; new ones go to the end. */
const WORDINGS = [
  { name: 'share', pattern: SHARE },
  { name: 'offer', pattern: OFFER },
  { name: 'legal', pattern: LEGAL },
  { name: 'leads elsewhere', pattern: LEADS_ELSEWHERE },
  { name: 'comments', pattern: COMMENTS },
  { name: 'byline', pattern: BYLINE },
  { name: 'dated', pattern: DATED },
  { name: 'clock', pattern: CLOCK },
  { name: 'credit', pattern: CREDIT },
  { name: 'call', pattern: CALL },
  { name: 'bio', pattern: BIO },
  { name: 'price', pattern: PRICE },
  { name: 'navigation', pattern: NAVIGATION },
  { name: 'tagged', pattern: TAGGED },
  { name: 'source line', pattern: SOURCE_LINE },
  { name: 'asks', pattern: ASKS },
  { name: 'count', pattern: COUNT },
  { name: 'vote', pattern: VOTE },
] as const satisfies readonly Wording[];

/** Name of a wording. */
export type WordingName = (typeof WORDINGS)[number]['name'];

/** The wordings' names in the order of their bits. */
export const WORDING_NAMES: readonly WordingName[] = WORDINGS.map(({ name }) => name);

const MOST_LETTERS = 300;

/** Which wordings a line has, as bits; only its beginning is read, and lines of much prose are not asked at all. */
export function wordingsOf(text: string): number {
  // Matching without regard to case is several times as slow as making the line lower-case once.
  const start = (text.length > MOST_LETTERS ? text.slice(0, MOST_LETTERS) : text).toLowerCase();
  let found = 0;
  for (let index = 0; index < WORDINGS.length; index++)
    if (WORDINGS[index]?.pattern.test(start) === true) found |= 1 << index;
  return found;
}
