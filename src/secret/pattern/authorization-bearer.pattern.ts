import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'authorization-bearer',
  title: 'HTTP header Authorization: Bearer',
  system: 'web service',
  severity: 'high',
  owner: 'owner of the application that sends it',
  lifetime: 'minutes to for ever, as the service decides',
  reset: {
    portal:
      'the service that issued it > tokens or sessions > revoke; if it is not known which: ask the sender of the message',
  },
  proof: 'access log of the service: requests with the token after it was revoked answer 401',
  references: ['https://www.rfc-editor.org/rfc/rfc6750'],
  anchors: ['bearer '],
  expression:
    /(?:authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?|-H[ \t]{0,3}["']?|(?<!\w))bearer[ \t]{1,4}(?<secret>[A-Za-z0-9_~+/.-]{16,1900}[A-Za-z0-9_~+/-]={0,2})/gi,
  reach: { before: 40, after: 1920 },
  isSecret: (secret) => /\d/.test(secret) && /[a-z]/i.test(secret) && new Set(secret).size > 7 && !isInvented(secret),
  isGeneric: true,
  examples: [
    {
      text: '> curl -H "Authorization: Bearer N0tR3alTyCZ2bXy4NqSaBHrBbWLxNhZCkovAvPEY" https://api.corp.example/v1',
      finds: ['N0tR3alTyCZ2bXy4NqSaBHrBbWLxNhZCkovAvPEY'],
    },
    { text: 'bearer of this letter is known-to-the-house', finds: [] },
    { text: 'Authorization: Bearer <token>', finds: [] },
  ],
};

export default pattern;
