import type { Cue } from './cue.ts';
import type { Found } from './sentence.ts';
import { shapeOf } from './shape.ts';
import { isOrdinary, passwordWords, wirelessWords } from './vocabulary.ts';

const picture =
  /^(?<stem>[^\n]{3,150}?)\.(?:png|jpe?g|gif|bmp|heic|webp|tiff?|docx?|xlsx?|txt|pdf|zip|7z|rar|kdbx|csv|rtf|one)(?![\p{L}\d])/iu;

/** A password in the name of a file: `pwd_admin_Summer2024.png`. */
export function passwordInName(text: string, cue: Cue): Found[] {
  const name = picture.exec(text.slice(cue.start, cue.start + 160))?.groups?.['stem'];
  if (name === undefined || /\s{2}|[;|<>"]|, |: /.test(name)) return [];
  const separator = name.includes('_') ? /_/ : name.includes(' ') ? / / : /-/;
  const pieces = name.slice(cue.end - cue.start).split(separator);
  let at = cue.end;
  let account: string | undefined;
  let best: Found | undefined;
  for (const piece of pieces) {
    const start = at;
    at += piece.length + 1;
    const shape = shapeOf(piece);
    if (/^(?:policy|policies|richtlinie|politique|politica|guide|template|vorlage|reset|manual|howto)$/i.test(piece))
      return [];
    if (shape >= 4) best = { kind: 'password', start, end: start + piece.length, cue, account };
    else if (piece.length > 1 && !isOrdinary(piece.toLowerCase()) && !passwordWords.has(piece.toLowerCase()))
      account ??= piece;
    else if (/^(?:admin|root|user|guest|administrator)$/i.test(piece)) account ??= piece;
  }
  return best === undefined ? [] : [{ ...best, account: wirelessWords.test(name) ? undefined : account }];
}
