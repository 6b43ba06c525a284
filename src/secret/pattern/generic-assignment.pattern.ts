import { isAssignedSecret } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'generic-assignment',
  title: 'Password, key or token assigned in settings or code',
  system: 'application whose settings it is in',
  severity: 'medium',
  owner: 'owner of the application',
  lifetime: 'until changed',
  reset: {
    portal:
      'the system that takes it > find out by the name beside it, set another one there, then change the settings',
  },
  proof: 'log of that system: sign-ins or calls with the old value',
  references: [
    'https://learn.microsoft.com/en-us/purview/sit-defn-general-password',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  anchors: ['pass', 'pwd', 'secret', 'key', 'token', 'passwort', 'kennwort', 'credential', 'auth'],
  expression:
    /(?:(?<=<)|(?<![a-z\d]))(?<name>(?:[a-z][a-z\d]{0,24}[_.-]){0,4}(?:[a-z]{0,16})?(?:password|passwd|passphrase|passwort|kennwort|pwd|secret|api_?key|apikey|access_?key|private_?key|secret_?key|encryption_?key|signing_?key|auth_?key|token|credentials?)(?:_?(?:value|base64|prod|dev|live|test|\d))?)(?:(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)|>)(?<secret>[^\s"'<>]{6,400}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  reach: { before: 100, after: 430 },
  isSecret: isAssignedSecret,
  isGeneric: true,
  examples: [
    { text: '> db_password = "N0tR3al-Kran1ch"', finds: ['N0tR3al-Kran1ch'] },
    { text: 'export API_KEY=N0tR3alr56HEeX4CLjVvKxLCj2XTbjNu', finds: ['N0tR3alr56HEeX4CLjVvKxLCj2XTbjNu'] },
    {
      text: '<clientSecret>N0tR3aldLQRo8akFL7XVZAGyvrNJ8iou</clientSecret>',
      finds: ['N0tR3aldLQRo8akFL7XVZAGyvrNJ8iou'],
    },
    { text: '"secretKey": "N0tR3alikNDS9AqVYRhkx8QLZ7mWa5DY5jMK",', finds: ['N0tR3alikNDS9AqVYRhkx8QLZ7mWa5DY5jMK'] },
    { text: '> password: Kran1ch!nA4t\n', finds: ['Kran1ch!nA4t'] },
    { text: 'password: please change it after the first login', finds: [] },
    { text: 'const password = process.env.PASSWORD;', finds: [] },
    { text: 'password = getPassword(user)', finds: [] },
    { text: 'token: string', finds: [] },
    { text: '"password": "${DB_PASSWORD}"', finds: [] },
    { text: 'Password policy: at least fourteen characters', finds: [] },
  ],
};

export default pattern;
