import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'twilio-auth-token',
  title: 'Auth token of a Twilio account',
  system: 'Twilio',
  severity: 'high',
  owner: 'owner of the Twilio account',
  lifetime: 'until rotated',
  reset: {
    portal:
      'Twilio console > Account > API keys & tokens > Auth tokens > create secondary, change to it, promote it to primary',
  },
  proof:
    'Twilio console > Monitor > Insights > Audit events (auth-token.promoted); calls and messages in the logs of Monitor',
  references: ['https://www.twilio.com/docs/iam/api/authtoken', 'https://help.twilio.com/articles/223136027'],
  anchors: ['AC', 'twilio'],
  expression:
    /(?<![\w-])(?:(?<account>AC[0-9a-f]{32})(?=[^0-9a-f])[^]{0,80}?|twilio[^]{0,60}?(?:auth|token)[\w -]{0,12}["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<![0-9a-zA-Z])(?<secret>[0-9a-f]{32})(?![0-9a-zA-Z])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'TWILIO_ACCOUNT_SID=ACdecafbad96b7df7ef4342f9a893bdecf\n> TWILIO_AUTH_TOKEN=decafbad683e789ac14d734038bd7ab9.',
      finds: ['decafbad683e789ac14d734038bd7ab9'],
    },
    { text: 'twilio auth token: decafbadbc42f4b35d509afef058c2ed', finds: ['decafbadbc42f4b35d509afef058c2ed'] },
    { text: 'ACdecafbad412727d414a7c96d8e1c3579', finds: [] },
  ],
};

export default pattern;
