// The page that was saved in; whether it only asks to sign in, which a site may answer in an article's place. Pure.

/** Longer texts are articles, whatever stands around them. */
const MOST_WORDS = 150;
const ASKS_FOR_PASSWORD = /<input\b[^>]*\btype\s*=\s*["']?password\b/i;
const SAYS_SO =
  /\b(?:sign|log)[\s-]?(?:in|on)\b|\bpassword\b|\banmelden\b|\beinloggen\b|\bse connecter\b|\bconnexion\b|\biniciar sesi[oó]n\b|\bentrar\b|\baccedi\b|\binloggen\b|войти|تسجيل الدخول|登录|登入|ログイン|로그인/i;

/** Whether an article of so few words is worth the look at its document. */
export function mayBeSignInPage(words: number): boolean {
  return words < MOST_WORDS;
}

/** Told by both: the document has a field for a password, and title or text speak of it. */
export function isSignInPage(title: string, text: string, html: string): boolean {
  return ASKS_FOR_PASSWORD.test(html) && (SAYS_SO.test(title) || SAYS_SO.test(text));
}
