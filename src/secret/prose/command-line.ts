import { isImpostor, isPlaceholder } from './shape.ts';
import type { Found } from './sentence.ts';

/** Where programs take a password from their command line. The value is the last group of each. */
const commands: readonly RegExp[] = [
  /:\/\/[^\s:@/"']{1,64}:(?<value>[^\s@/"']{4,64})@[\w.-]/dgu,
  /(?<![\w-])(?:-u|--user|--proxy-user)[ =]?["']?[\w.@\\-]{1,64}:(?<value>[^\s"']{4,64})/dgu,
  /\bsshpass -p ?["']?(?<value>[^\s"']{4,64})/dgu,
  /\b(?:mysql|mysqldump|mariadb)\b[^\n]{0,80}? -p["']?(?<value>[^\s"'-][^\s"']{3,63})/dgu,
  /\s\/u(?:ser)?:\S{1,64}\s+(?!\/)(?<value>[^\s/]{4,64})/dgiu,
  /\bnet use [^\n]{0,80}?\s(?<value>[^\s\\/:]{4,64})\s+\/user:/dgiu,
  /\s(?:--?password|--pass|--passwd|-pw|-AsPlainText|\/p|\/pass|\/password)[ =:]["']?(?<value>[^\s"'-][^\s"']{3,63})/dgiu,
];

const mayBeCommand = /:\/\/|\s-u|--|sshpass|mysql|mariadb|\/u(?:ser)?:|net use|\s-p|\s\/p/iu;

/** Passwords in commands and addresses: `curl -u name:…`, `net use … /user:…`, `ftp://name:…@host`. */
export function passwordsInCommands(text: string): Found[] {
  if (!mayBeCommand.test(text)) return [];
  const found: Found[] = [];
  for (const expression of commands) {
    for (const match of text.matchAll(expression)) {
      const [start, end] = match.indices?.groups?.['value'] ?? [0, 0];
      const value = text.slice(start, end);
      if (
        isPlaceholder(value) ||
        isImpostor(value) ||
        /^[$%{<[]|^(?:password|pass|passwd|passwort|secret)$/i.test(value)
      )
        continue;
      found.push({ kind: 'password', start, end, cue: { start, end: start } });
    }
  }
  return found;
}
