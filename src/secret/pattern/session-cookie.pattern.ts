import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'session-cookie',
  title: 'Session cookie of a web application',
  system: 'web application',
  severity: 'low',
  owner: 'the user whose session it is',
  lifetime: 'until signed out or timed out',
  reset: { portal: 'the application > the user > end all sessions' },
  proof: 'access log of the application: requests of the session by address',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html'],
  anchors: ['phpsessid', 'jsessionid', 'session', 'sessid', 'connect.sid', '.aspxauth', 'cookie:', 'laravel_session'],
  expression:
    /(?<![\w.-])(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|\.ASPXAUTH|connect\.sid|laravel_session|(?:\w{1,20}[_-])?sess(?:ion)?(?:[_-]?id)?)=(?<secret>[\w%.~+/!:-]{20,1200}[\w%=])/gi,
  reach: { before: 40, after: 1300 },
  isSecret: (secret) => /\d/.test(secret) && /[a-z]/i.test(secret) && new Set(secret).size > 9 && !isInvented(secret),
  isGeneric: true,
  examples: [
    {
      text: '> Cookie: theme=dark; PHPSESSID=n0tr3al8vavxgyuz5a8w4unfyi; lang=de',
      finds: ['n0tr3al8vavxgyuz5a8w4unfyi'],
    },
    { text: 'session=the-session-about-the-snow', finds: [] },
  ],
};

export default pattern;
