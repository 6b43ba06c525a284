import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'twitter-api-secret',
  title: 'API secret or access token secret of an X (Twitter) app',
  system: 'X (Twitter)',
  severity: 'medium',
  owner: 'owner of the app in the X developer portal',
  lifetime: 'until regenerated',
  reset: { portal: 'developer.x.com > Projects & Apps > the app > Keys and tokens > Regenerate' },
  proof: 'the account > Settings > Security > Apps and sessions; the old pair answers 401',
  references: ['https://docs.x.com/resources/fundamentals/authentication/oauth-1-0a/api-key-and-secret'],
  anchors: ['twitter'],
  expression:
    /twitter[^]{0,60}?(?:consumer|api|access|token)[\w -]{0,8}secret["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[A-Za-z0-9]{50}|[A-Za-z0-9]{45})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: 'TWITTER_API_SECRET=N0tR3alXMtrWpMFiCHJXcgYLAVjKxpNDbDmGTuaNtPzje62VBg',
      finds: ['N0tR3alXMtrWpMFiCHJXcgYLAVjKxpNDbDmGTuaNtPzje62VBg'],
    },
    {
      text: '> twitter access token secret: N0tR3alFCFTfTqLaxAgeoRa6NUWKQmyuk2sRiwgtPQbFQ.',
      finds: ['N0tR3alFCFTfTqLaxAgeoRa6NUWKQmyuk2sRiwgtPQbFQ'],
    },
    { text: 'twitter api secret: look in the portal', finds: [] },
  ],
};

export default pattern;
