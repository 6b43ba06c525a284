import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'firebase-database-secret',
  title: 'Database secret or server key of Firebase',
  system: 'Google Firebase',
  severity: 'high',
  owner: 'owner of the Firebase project',
  lifetime: 'until revoked',
  reset: {
    portal:
      'console.firebase.google.com > Project settings > Service accounts > Database secrets > delete; Cloud Messaging > server key > delete',
  },
  proof: 'Cloud Audit Logs of the project; GET <database>.firebaseio.com/.json?auth=<secret> answers 401',
  references: ['https://firebase.google.com/docs/database/rest/auth', 'https://firebase.google.com/support/faq'],
  anchors: ['firebaseio.com', 'firebase', 'AAAA'],
  expression:
    /(?:(?<![\w-])(?<host>[\w-]{1,60}\.firebaseio\.com)[^\s"'<>]{0,80}?[?&]auth=|firebase[^]{0,60}?(?:secret|auth[_ -]?token|server[_ -]?key)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}|(?<![\w-])(?=AAAA[\w-]{7}:))(?<secret>AAAA[\w-]{7}:[\w-]{140}|[A-Za-z0-9]{40})(?![\w-])/gi,
  reach: { before: 120, after: 260 },
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: '> https://snow-fence.firebaseio.com/users.json?auth=N0tR3al3vRdHtqEnL4SgyMrPTWdEw3uXArLCBCtB.',
      finds: ['N0tR3al3vRdHtqEnL4SgyMrPTWdEw3uXArLCBCtB'],
    },
    {
      text: 'FCM: AAAAEqL4dm2:APA91bN0tR3alGTVJjtMDJHwhEGAaDKDHmL7UCa3i2kVBWYwavRD9Y8svQdhfSjQD4xCLXw6wtho3ds2GpaNmistcWD9Y4NzBYPbTn2VkdEiaKg7dERHZmr9poEFRGxNV8oaXK2dEHtR',
      finds: [
        'AAAAEqL4dm2:APA91bN0tR3alGTVJjtMDJHwhEGAaDKDHmL7UCa3i2kVBWYwavRD9Y8svQdhfSjQD4xCLXw6wtho3ds2GpaNmistcWD9Y4NzBYPbTn2VkdEiaKg7dERHZmr9poEFRGxNV8oaXK2dEHtR',
      ],
    },
    { text: 'https://snow-fence.firebaseio.com/', finds: [] },
  ],
};

export default pattern;
