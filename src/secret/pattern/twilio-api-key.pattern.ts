import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'twilio-api-key',
  title: 'API key of Twilio (key id and its secret)',
  system: 'Twilio',
  severity: 'high',
  owner: 'owner of the Twilio account',
  lifetime: 'until deleted',
  reset: {
    portal: 'Twilio console > Account > API keys & tokens > the key > Delete',
    command: 'twilio api:core:keys:remove --sid <SK…>',
  },
  proof: 'Twilio console > Monitor > Audit events (key deleted); the key is gone from the list',
  references: ['https://www.twilio.com/docs/iam/api-keys'],
  anchors: ['SK'],
  // The id alone opens nothing: its secret follows it.
  expression: /(?<![\w-])(?<account>SK[0-9a-f]{32})(?=[^\w])[^]{0,80}?(?<!\w)(?<secret>[A-Za-z0-9]{32})(?!\w)/g,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && /[a-z]/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: 'api_key: SKdecafbad90a07f1e42d2e9159fab17cf\n> secret: N0tR3alArDPZWTrmYPD7MADWLVHxy6T8.',
      finds: ['N0tR3alArDPZWTrmYPD7MADWLVHxy6T8'],
    },
    { text: 'SKdecafbadb4157589846d1940fe175276 is only the id of the key', finds: [] },
  ],
};

export default pattern;
