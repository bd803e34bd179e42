// What the words above a list say of it, in the main languages of Europe and in Russian, Chinese, Japanese, Korean, Arabic, Hebrew.

/** `related` offers more to read, `posts` offers the newest or most read, `other` names something that is no list of posts. */
export type HeadingSense = 'related' | 'posts' | 'other' | 'open';

const RELATED = [
  '^(?:mehr|weitere|andere|meer|więcej|inne|další|fler|flere|muita) (?!info|optionen|details|dienste|angebote|services)\\p{L}',
  '^(?:plus de|d.autres|autres|más|otr[ao]s|mais|outr[ao]s|altr[ie]) (?!info|services|servicios|serviços|servizi)\\p{L}',
  '^(?:more|other|further|additional) (?!info|options|details|services|products|tools|ways|about us|resources for)\\p{L}',
  'related|recommended|recommendations?|suggested|you (?:might|may|could|will|.?ll)(?: also)? (?:like|enjoy|love|be interested)|also (?:read|see|like|on|in|from)',
  'more (?:on|from|about|in|like|great|stories|articles|posts|news|to|you|hot|coverage|reading|by|top)\\b|more\\s*[:：]|read (?:more|next|also|this next)|up next|see also|see more',
  'further reading|keep reading|continue reading|next (?:reads?|up|story|article)|similar|explore (?:further|more)|don.?t miss|in (?:this|the) series|^series\\W*$|story timeline|elsewhere',
  '(?:picked|selected|chosen|just) for you|^for you\\b|what to read|recommended reading|other (?:articles|posts|stories|news)|additional (?:reading|resources)|others? (?:also )?read|discover more|background',
  'ähnlich|verwandt|passend|weiter(?:e|es|er|lesen)|mehr (?:zu|zum|aus|von|über|artikel|vom|auf|für)|lesen sie (?:auch|mehr)|auch interessant|das könnte|könnte[n]? (?:sie|dich)|empfehl',
  'empfohlen|schon gelesen|siehe auch|zum thema|zur serie|interessieren|mehr lesen|mehr dazu|verknüpfte|dazu passend|hintergrund',
  'articles? (?:liés|connexes|similaires|associés)|à lire|lire aussi|sur le même|voir aussi|à voir|vous aimerez|plus d.articles|dans la même|pour aller plus loin|recommand|en lien',
  'relacionad|te puede interesar|también te|seguir leyendo|le puede|más (?:sobre|noticias|de|en|artículos)|lee también|ver también|recomenda|podría interesar|no te pierdas|sigue leyendo',
  'leia (?:também|mais)|veja (?:também|mais)|você (?:pode|também)|mais (?:sobre|notícias|lidas)|artigos? (?:relacionad|semelhant)|saiba mais|continue lendo',
  'correlat|leggi anche|potrebbe(?:ro)? interessar|ti potrebbe|articoli (?:simili|correlati)|approfondi|altri articoli|vedi anche|consigliat',
  'gerelateerd|lees (?:ook|meer|verder)|meer (?:over|nieuws|uit|van|in)|zie ook|aanbevolen|andere artikelen|ook interessant|bekijk ook',
  'relaterad|läs (?:också|mer|även)|mer om|fler artiklar|läs mere|læs også|relaterede|mere om|les også|relaterte|mer fra|lue myös|aiheeseen liittyv|tengdar|skyld',
  'zobacz (?:też|także|również)|czytaj (?:też|także|również|więcej)|podobne|powiązane|polecam|polecane|przeczytaj|więcej (?:na temat|o|z)|może cię',
  'související|čtěte (?:také|též)|mohlo by|podobné|další články|prečítajte|súvisiace|kapcsolódó|ajánl|olvassa el|hasonló|citește și|articole similare|recomandate|povezano|preberi',
  'seotud|loe (?:ka|lisaks)|saistīt|lasi arī|susij|skaitykite',
  'читайте также|читайте|похожие|по теме|смотрите также|ещё|еще|рекоменд|связанные|материалы по|другие (?:новости|материалы)|вам (?:может|будет)|свързани|още|повезан',
  'читайте також|схожі|σχετικ|διαβάστε (?:επίσης|ακόμα)|δείτε|περισσότερα|ilgili|benzer|önerilen|bunları da|ayrıca',
  '相关|相關|推荐|推薦|延伸阅读|延伸閱讀|更多|猜你喜欢|猜你喜歡|你可能|您可能|关联|系列|阅读更多',
  '関連|おすすめ|お勧め|あわせて|合わせて|こちらも|この記事を読んだ|続き|シリーズ|これまで|連載|関連記事|함께|관련|추천|더보기|이어',
  'ذات صلة|مواضيع|مقالات|اقرأ|إقرأ|قد يعجبك|المزيد|شاهد|متعلقة|مرتبط|קראו|עוד ב|כתבות נוספות|אולי יעניין|קשור|מומלץ|בנושא|مطالب مرتبط|بیشتر|related',
];

const POSTS = [
  'latest|newest|recently[- ](?:added|posted|published|updated|viewed)|most (?:read|popular|viewed|shared|commented|recent|watched)|popular|trending|recent (?:posts|articles|news|stories|entries|blog|updates)|recent$|top (?:stories|news|posts|articles|\\d+)',
  'must.?read|editors?.? (?:picks?|choice)|featured (?:stories|posts|articles|videos?|news|content)|breaking news|news(?:wire|feed|ticker)?$|headlines|hot (?:stories|topics|news)|what.?s (?:new|hot)',
  'in the news|archives? of|blog posts|our (?:latest|blog)|from (?:the|our) (?:blog|archives?)|videos?$|features$|trend|stuff to (?:watch|read)|highlights',
  'neu(?:este|este[nrs]?|es|sten)|aktuell|meist ?(?:gelesen|gesehen|kommentiert|geklickt)|beliebt|nachrichten|kurzmeldung|newsticker|top.?(?:themen|storys|artikel|thema|\\d+)|schlagzeilen|tipps des tages|im trend|notizen|der letzten|letzte (?:beiträge|artikel)',
  'derni(?:ers|ères)|récent|plus (?:lus|populaires|vus|commentés)|à la une|actualités|populaires|últim[ao]s|más (?:le[ií]d|vist|popular|comentad)|recientes|lo (?:último|más)|destacad|populares|mais (?:lidas|vistas|recentes)|notícias|artigos recentes',
  'ultim[ei]|più (?:letti|visti|lette)|recenti|in evidenza|laatste|meest (?:gelezen|bekeken|recente)|recente|populair|nieuwste|senaste|mest (?:läst|lest|læst)|nyeste|seneste|siste|luetuimm|uusimm|viimeisimm',
  'najnowsze|ostatnie|najpopularniejsze|najczęściej|popularne|wiadomości|nejnovější|nejčtenější|poslední|najčítanejšie|legfrissebb|legolvasottabb|friss|ultimele|cele mai|recente|populare|najnovije|najčitanije|najnovejše',
  'последни|популярн|самое|свежие|новости|лучшее|главное|последние|недавн|останні|новини|τελευταί|δημοφιλ|πρόσφατ|son (?:haberler|yazılar|dakika)|en çok|popüler|güncel',
  '最新|最近|热门|熱門|热点|排行|人気|新着|ランキング|アクセス|注目|最受|热文|最热|최신|인기|많이 본|أحدث|آخر|الأكثر|شائع|האחרונות|הנצפות|הנקראות|פופולרי|חדשות|پربازدید|جدیدترین',
];

const OTHER = [
  'categor\\w*|kategori\\w*|catégories|categorías|tags?|topics?|related topics|schlagw\\w+|themen',
  'temas(?: relacionados)?|labels?|archives?|archive?|archiv|by (?:month|date)|share\\b.*|teilen.*',
  'follow\\b.*|folge\\b.*|social.*|connect\\b.*|about\\b.*|über uns|contact.*|kontakt.*|comments?\\b.*',
  'kommentar\\w*|recent comments|neueste kommentare|letzte kommentare|zuletzt kommentiert|leave a.*',
  'navigation|menu|menü|links?|blogroll|.*\\bnewsletters?\\b.*|subscribe.*|sign up.*|services?|legal',
  'dossiers?|aktuelle dossiers|.*white ?papers?|browse\\b.*|show only|company|products?|solutions?|resources|support|partners?|sponsor\\w*|advert\\w*|anzeigen?|werbung',
  'shop\\b.*|buy\\b.*|jobs?\\b.*|stellen\\w*|stellenangebote|kleinanzeigen|.{0,20}\\bfor sale|.*classifieds?',
  '.*anzeigen-?markt|.*produkt\\w*|our (?:products|services|work)|.*\\b(?:shop|store)|.*\\bprodukte|events?',
  'veranstaltungen|termine|calendar|.{0,24}kalender|languages?|sprache\\w*|references?|sources?|publications?',
  'citations?|literatur\\w*|bibliogra\\w*|quellen|einzelnachweise|footnotes?|bibliograph\\w*|contents',
  'inhalt\\w*|table of contents|on this page|in this article|die themen im überblick|authors?',
  'our authors?|site (?:information|map|index)|policies|privacy.*|tools|account|my account|download\\w*',
  'terms\\w*|trackbacks?|pingbacks?|tweets?.*|trending concerts|physicians|equipment|ingredients|zutaten',
  'credits?|external links|weblinks|rubriken|ressorts|nachrichtenressorts|sections?|標籤|标签|分类|分類|カテゴリー?',
  'タグ|アーカイブ|рубрики|категории|метки|теги|архивы?|комментарии|التصنيفات|الوسوم|תגיות|קטגוריות',
];

const OTHER_PATTERN = new RegExp(`^(?:${OTHER.join('|')})\\s*[:：]?$`, 'iu');
const RELATED_PATTERN = new RegExp(RELATED.join('|'), 'iu');
const POSTS_PATTERN = new RegExp(POSTS.join('|'), 'iu');
const COMMENTS = /\bcomments?\b|kommentar|commentaire|comentario|комментар|评论|コメント|komentar/iu;

/** Reads a heading; `open` when its words could stand over anything, such as the name of a section. */
export function senseOf(heading: string): HeadingSense {
  const words = heading.trim();
  if (
    OTHER_PATTERN.test(words) ||
    (COMMENTS.test(words) && words.length < 90 && !/most|meist|mest|mas|más/i.test(words))
  )
    return 'other';
  if (words.length > 90) return 'open';
  if (RELATED_PATTERN.test(words)) return 'related';
  return POSTS_PATTERN.test(words) ? 'posts' : 'open';
}
