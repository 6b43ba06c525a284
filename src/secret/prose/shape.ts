import { isProduct } from './product.ts';

/** What people choose when they do not think, alone or with a few characters behind. */
const weak =
  /^(?:qwert[zy]|azerty|asdf|1q2w3e|qaz|zaq1|abc123|abcd|letmein|football|baseball|fussball|sunshine|princess|superman|batman|trustno1|starwars|computer|internet|whatever|freedom|shadow|hunter|ninja|mustang|pokemon|chocolat|soleil|doudou|loulou|marseille|passw|lol123|hola|teamo|tequiero|realmadrid|барселона|солнышко|сонечко|любовь|наташа|changeme|changeit|change_me|welcome|willkommen|bienvenue|bienvenido|iloveyou|monkey|dragon|secret|geheim|hallo|admin|administrator|root|toor|guest|gast|test|demo|default|master|password|passw0rd|passwort|kennwort|motdepasse|contraseña|contrasena|пароль|йцукен|start|init|temp|schatz|sommer|winter|summer|spring|autumn|qwe123|p@ss|pa\$\$|nimda|calvin|cisco|ubnt|raspberry|public|private|manager|support|user|service)(?:[\d!@#$%.*_-][a-z\d!@#$%.*_-]{0,7})?$/iu;

const impostors: readonly RegExp[] = [
  /\]\(/,
  /:\/\/|^www\.|^mailto:|^file:|^\/\w+\/|^[a-z]:\\|^\\\\/i,
  /^[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,12}$/i,
  /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{0,4})?$/,
  /^\d{4}-\d\d-\d\d\D/,
  /^\d{1,2}[:.h]\d{2}(?:[:.]\d\d)?(?:uhr|h|am|pm)?$/i,
  /^[€$£¥₴₽+-]?\d[\d.,'’]*[.,]\d+[€$£%]?$|^[€$£¥₴₽]\d+[kmb]?$|^\d+(?:[.,]\d+)?[€$£%₴₽]$/i,
  /^\d+[.,-]?(?:st|nd|rd|th|er|ère|ème|e|x|px|kb|mb|gb|tb|kbit|mbit|gbit|ghz|mhz|hz|km|kg|g|cm|mm|m|h|hrs|min|sec|s|d|k|mio|mrd|w|kw|kwh|v|a|usd|eur|chf|pcs|stk|jährig|tägig|stellig|fach|way|day|days|го|й|я|х|ти|шт|грн|руб)\.?$/iu,
  /^(?=.*\D)\+?[\d()/ .–-]{7,}$/,
  /^v?\d+(?:\.\d+)+(?:[-_]?(?:rc|beta|alpha|sp|b|a|p)?\d*)?$/i,
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  /^[0-9a-f]{32,}$/i,
  /^(?:[\w-]{1,63}\.){1,6}(?:com|org|net|de|fr|es|ua|ru|eu|uk|io|gov|edu|local|lan|corp|int|example|test|info|biz|at|ch)(?:[:/]\S*)?$/i,
  /\.(?:png|jpe?g|gif|bmp|heic|webp|tiff?|docx?|xlsx?|pptx?|txt|pdf|zip|7z|rar|csv|msg|eml|html?|php|aspx?|js|ts|json|xml|ya?ml|exe|msi|dll|kdbx|pfx|log|ini|conf|md)$/i,
  /^#\d+$|^[A-Z]{2,10}[-#]\d+(?:[/-]\d+)?$|^§/,
  /^(?:ticket|case|order|issue|bug|ref|room|apt|unit|gate|dock|nr|no|invoice)#\d+$/i,
  /^[\p{L}\d_-]{1,40}(?:\/[\p{L}\d_.-]{1,40}){2,8}$/u,
  /&(?:[a-z]{2,8}|#\d{2,5});/i,
  /^[\p{L}]{1,3}&[\p{L}]{1,3}$/u,
  /^[({[\]})<>|~^"'`.,;:!?*+=_/\\#@&%$€-]+$/,
  /^\p{L}[\p{L}\d_.]{0,40}\((?:["']|\p{L}[\p{L}\d_]{0,40}=)/u,
  /^\S{0,40}\(\S{0,40}\)$|^(?:process|os|env|config|self|this)\.\w/i,
  /^(?:s?he|they|w|and|n|km|y|e|i|и|в|und|et)\/\p{L}{1,8}$|^[\p{L}]{1,12}\/[\p{L}]{1,12}$|^[\p{L}]{2,20}\/-?(?:in|innen)$/iu,
];

const placeholders: readonly RegExp[] = [
  /^[*•●xх.·_?#…–-]{3,}$/iu,
  /^[<[{(%$]{1,2}[^<>]{0,60}[>\]})%]{1,2}$|^\$\{?\w+\}?$|^%\w+%$|^@\w+@$|^<|^\{\{|\$\{/,
  /^(?:your|my|the|ihr|dein|votre|tu|su|ваш|your-new)[-_ ]?(?:new|own|neues)?[-_ ]?(?:password|pass|pwd|passwort|kennwort|secret|pin|code|mdp|clave|contraseña|пароль)(?:[-_ ]?here|hier)?$/iu,
  /^(?:none|null|nil|n\/a|tbd|tba|undefined|empty|redacted|removed|hidden|masked|xxx+|foobar|lorem|ipsum|todo|blank|insert|placeholder)$/i,
  /^(.)\1{3,}$/u,
];

/** True for what stands where a secret could be and is none: a link, an address, a date, a price, a version, a placeholder. */
export function isImpostor(value: string): boolean {
  const bare = value.replace(/[!?]+$/, '');
  return impostors.some((expression) => expression.test(bare)) || isPlaceholder(value);
}

/** True for what a form or a manual has in place of a secret: `********`, `<password>`, `${PASSWORD}`. */
export function isPlaceholder(value: string): boolean {
  return placeholders.some((expression) => expression.test(value));
}

/** True for a password that many have. */
export function isCommonPassword(value: string): boolean {
  return weak.test(value);
}

/**
 * How much a single word looks like a password by itself, from 0 (not at all) to 5 (letters, digits and signs mixed). 2 is any word
 * that may be one if the text says so clearly, 4 is what seldom stands in mail for another reason.
 */
export function shapeOf(value: string): number {
  const size = value.length;
  if (size < 4 || size > 64 || isImpostor(value)) return 0;
  if (isProduct(value)) return 2;
  if (/^\d+$/.test(value)) return size <= 12 ? 2.5 : 0;
  const lower = /\p{Ll}/u.test(value);
  const upper = /\p{Lu}/u.test(value);
  const digit = /\d/.test(value);
  // A mark at the end may be of the sentence.
  const sign = /[^\p{L}\p{M}\d\s._'’()/,:;–—-]/u.test(value.replace(/[!?*]+$/, ''));
  const mild = /[._'’()/,:;-]/.test(value);
  const marked = /[!?*]$/.test(value);
  if (!lower && !upper) return sign && digit ? 3.5 : 0;
  if (/^[@#][\p{L}_]+$/u.test(value)) return 1;
  if (sign) {
    if (digit) return size >= 6 ? 5 : 4;
    return size >= 6 ? 4.5 : 3;
  }
  if (digit) {
    if (!lower) return size >= 8 && marked ? 4 : 2;
    if (upper) {
      if (/^\p{Lu}\p{Ll}+\d{1,2}$/u.test(value)) return size >= 6 ? 3.5 : 2;
      return marked || (mild && size >= 6) ? 4.75 : 4.25;
    }
    if (/^\p{Ll}+(?:[._-]\p{Ll}+)*\d{1,3}$/u.test(value)) return marked ? 4 : isCommonPassword(value) ? 3.5 : 3;
    return size >= 6 ? (marked ? 4 : 3.5) : 2;
  }
  if (isCommonPassword(value)) return 3;
  if (/\p{Ll}\p{Lu}/u.test(value)) return 2.5;
  if (upper && !lower) return size <= 6 ? 1.5 : 2;
  // `olives_without_stones`
  if (/^\p{L}+(?:[_-]\p{L}+){2,}$/u.test(value)) return value.includes('_') ? 2.5 : 2;
  if (/^\p{L}{2,}(?:\.\p{L}+){2,}$/u.test(value)) return 2;
  if (/[.(),:;/]/.test(value)) return 1;
  return upper ? 2 : 1.5;
}
