import { isProduct } from './product.ts';
import { isCommonPassword, isImpostor, isPlaceholder, shapeOf } from './shape.ts';

/** Signs that people put into passwords and hardly into names, numbers and file names. */
const strongSign = /[!#$%&*+?=^~§@{}[\]|<>;"\\«»°€]/u;

const notSecret: readonly RegExp[] = [
  // Of a language for machines.
  /[(){};]{2}|^!\p{L}+$|^(?:\p{L}+[._])+\p{L}+=|\w\(|^\$|^--?\w|::|=>|->|^@|^#\p{L}+[_\d]*$|^\w+=$|\\|<\/?\w|^&|^[{[]|^\.\w|[{[<(]$|=.*=|;.*;|^\p{Ll}+\.[A-Z\d_]+$|\w=\w+&|&\w+=|\]\(|\[\]$|\*\.|\[["']/u,
  /^(?:[\p{Ll}\d._-]+@[\p{Ll}\d.-]+|\p{L}{1,3}[+&]\p{L}{1,3}|\p{L}\+{2}|\d+\+|[+&]\S*|\p{L}+(?:\+\p{L}+){2,})$/u,
];

/** Names of files, devices, norms, branches; dates, sums, keys of a form. */
const names: readonly RegExp[] = [
  /(?:^|[_\W])(?:v|ver|rev|rc|kb|q[1-4]|cve|iso|din|final|entwurf|draft)[-_.]?\d*(?:$|[_\W])/iu,
  /^\d[\d.,/:–-]*\p{L}{0,4}$/u,
  /^(?:[\p{L}\d]+-)?\p{Lu}{1,4}\d{1,4}(?:-[\p{L}\d]+)*$/u,
  /^\p{L}+[-_/.]?\p{L}*(?:19|20)\d\d[-_]\d\d?(?:[-_]\d\d?)?/u,
  /^[a-z]+(?:_[a-z]+){2,}\d*$|^[A-Z]+(?:_[A-Z\d]+)+$/,
  /^\p{L}{1,3}\d{4,}\p{L}{0,3}$/u,
  /^[\p{Lu}\d./-]+$|^[\p{L}\d]{1,6}:\p{Lu}\p{Ll}+$/u,
  /^\p{Ll}+(?:\p{Lu}\p{Ll}+)+_\p{L}+$/u,
  /^\p{Lu}\p{Ll}+-\p{Lu}\d\p{Lu}$|^\p{Lu}\d\p{Lu}[-_]/u,
];

const mayBeStrong = /[^\p{L}\p{M}'’-]/u;
const keysInRow = /^(?:qwert|azert|asdf|qaz|yxcv|zxcv|йцук)/iu;

/**
 * How unlikely a word is to be anything but a password, from 0 to 5. 4.5 and more is what hardly stands in mail for another reason,
 * below 3 is a word that needs to be called a password.
 */
export function strengthOf(value: string, shortest = 6): number {
  const size = value.length;
  if (size < shortest || size > 40) return 0;
  if (!mayBeStrong.test(value)) return keysInRow.test(value) && isCommonPassword(value) ? 2.5 : 0;
  if ((isImpostor(value) && !/^\p{Lu}\p{Ll}+(?:\/\p{Lu}\p{Ll}+)*\/\d$/u.test(value)) || isPlaceholder(value)) return 0;
  const core = value.replace(/[!?*]+$/, '');
  const hasSign = strongSign.test(core);
  const marked = core.length < size && !value.endsWith('?');
  if (notSecret.some((expression) => expression.test(value))) return 0;
  if (isCommonPassword(value)) return /\d/.test(value) ? 3.5 : keysInRow.test(value) ? 2.5 : 0;
  if (isProduct(value)) return 0;
  if (!hasSign && names.some((expression) => expression.test(core))) return 0;
  const lower = /\p{Ll}/u.test(value);
  const upper = /\p{Lu}/u.test(value);
  const digit = /\d/.test(value);
  if (!lower && !upper) return 0;
  if (hasSign) {
    // `Colle&Ciseaux` may be a firm.
    if (/^\p{L}{4,}[&+]\p{L}{4,}$/u.test(core)) return 3.5;
    if (digit) return 5;
    return upper && lower ? 4.5 : 3.5;
  }
  // `Zebra/Crossing/5`
  if (/^\p{L}+(?:\/\p{L}+){0,2}\/[\p{L}\d]{1,8}$/u.test(core)) return upper && digit ? 2.5 : 0;
  if (shapeOf(value) < 2 && !/^\p{Lu}\p{Ll}+\.\p{Lu}/u.test(core)) return /_/.test(core) && upper && lower ? 3 : 0;
  if (!digit) {
    if (!lower) return 0;
    // `Girasol.Amarillo`, where a space may have been forgotten.
    if (/^\p{Lu}\p{Ll}{3,}\.\p{Lu}\p{Ll}{3,}$/u.test(core)) return 2.25;
    // `Ledokol_Krasin`
    return /\p{L}_\p{L}/u.test(core) ? (upper ? 3.5 : 2.5) : 0;
  }
  if (!lower) return marked && size >= 8 ? 3.5 : 1.5;
  if (marked && upper) return 4.5;
  // `kasse07`, `vid-014`, `familia.0932`: accounts and devices are named so.
  if (/^\p{Ll}+[-_.]?\d+$/u.test(core)) return marked ? 4 : 1.5;
  if (isComposite(core)) return upper ? (/\p{L}\d\p{Ll}/u.test(core) ? 4 : 3.5) : 3;
  if (/\p{L}\d+\p{L}/u.test(core)) return upper && !/^\p{Lu}\p{Ll}+\d\p{Lu}\p{Ll}+$/u.test(core) ? 4 : 2.75;
  if (/^\p{Lu}\p{Ll}+\d+$/u.test(core)) return /(?:19|20)\d\d$/.test(core) ? 3.5 : 3;
  if (/[\p{Ll}\d]\p{Lu}/u.test(core)) return 3.5;
  return upper ? 3.5 : 2.5;
}

/** Words and numbers with small signs between: `Blue-Heron-19`, `marmalade.Trolley.19`, `LilaLaune_1904`. */
function isComposite(value: string): boolean {
  return /^(?=.*[-_.])[\p{L}\d]+(?:[-_.][\p{L}\d]+){1,6}$/u.test(value);
}
