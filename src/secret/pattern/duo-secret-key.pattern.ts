import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'duo-secret-key',
  title: 'Secret key of a Duo application or Admin API',
  system: 'Cisco Duo',
  severity: 'critical',
  owner: 'Duo administrator',
  lifetime: 'until reset',
  reset: {
    portal:
      'Duo Admin Panel > Applications > the application > Reset Secret Key, then enter the new one in the system that uses it',
  },
  proof:
    'Duo Admin Panel > Reports > Administrator Actions: integration_skey_… ; Authentication Log of the application',
  references: ['https://duo.com/docs/protecting-applications', 'https://duo.com/docs/adminapi'],
  anchors: ['DI', 'skey', 'duo'],
  expression:
    /(?:(?<![\w-])(?<account>DI[A-Z0-9]{18})(?!\w)[^]{0,80}?|(?:skey|duo[^]{0,60}?secret)[\w ]{0,8}["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<!\w)(?<secret>[A-Za-z0-9]{40})(?!\w)/g,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && /[a-z]/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: '> ikey=DINCDY6CEG64F2YZ9K43\n> skey=N0tR3alAWL8UTRerbFLGVhThUHiBhtKa76GUjWje\n> api_host=api-decafbad.duosecurity.com',
      finds: ['N0tR3alAWL8UTRerbFLGVhThUHiBhtKa76GUjWje'],
    },
    { text: 'DI9LQCQUF8FBTQKBXBFT is the integration key', finds: [] },
  ],
};

export default pattern;
