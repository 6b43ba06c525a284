import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'firebase-database-secret',
  title: 'Database secret of Firebase',
  system: 'Google Firebase',
  severity: 'high',
  owner: 'owner of the Firebase project',
  lifetime: 'until revoked',
  reset: { portal: 'console.firebase.google.com > Project settings > Service accounts > Database secrets > delete' },
  proof: 'Cloud Audit Logs of the project; GET <database>.firebaseio.com/.json?auth=<secret> answers 401',
  references: ['https://firebase.google.com/docs/database/rest/auth', 'https://firebase.google.com/support/faq'],
  anchors: ['firebase'],
  expression:
    /(?:(?<![\w-])(?<host>[\w-]{1,60}\.firebaseio\.com)[^\s"'<>]{0,80}?[?&]auth=|firebase[^]{0,60}?(?:secret|auth[_ -]?token|server[_ -]?key)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<secret>[A-Za-z0-9]{40})(?![\w-])/gi,
  reach: { before: 120, after: 260 },
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: '> https://snow-fence.firebaseio.com/users.json?auth=N0tR3al3vRdHtqEnL4SgyMrPTWdEw3uXArLCBCtB.',
      finds: ['N0tR3al3vRdHtqEnL4SgyMrPTWdEw3uXArLCBCtB'],
    },
    {
      text: 'FIREBASE_SECRET=N0tR3alEqL4dm2rw4fP4FvJaGVGjG9Lbo2cZ6Yqd',
      finds: ['N0tR3alEqL4dm2rw4fP4FvJaGVGjG9Lbo2cZ6Yqd'],
    },
    { text: 'https://snow-fence.firebaseio.com/', finds: [] },
  ],
};

export default pattern;
