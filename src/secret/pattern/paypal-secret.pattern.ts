import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'paypal-secret',
  title: 'Client secret or access token of PayPal or Braintree',
  system: 'PayPal',
  severity: 'critical',
  owner: 'owner of the PayPal business account',
  lifetime: 'client secret until disabled; access token 9 hours, of Braintree until revoked',
  reset: {
    portal:
      'developer.paypal.com > Apps & Credentials > the app > add a secret, change to it, disable and delete this one; Braintree: Settings > API > API Keys > Delete',
  },
  proof: 'PayPal > Activity; Braintree > Settings > Users > the user > API keys and event log',
  references: [
    'https://developer.paypal.com/api/rest/',
    'https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials',
  ],
  anchors: ['access_token$', 'paypal', 'braintree'],
  expression:
    /(?:(?=access_token\$)|paypal[^]{0,160}?secret["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?=[\w-]{70,90}(?![\w-]))|braintree[^]{0,120}?private[_ -]?key["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?=[0-9a-f]{32}(?!\w)))(?<secret>access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}|[\w-]{32,90})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '> access_token$production$tvnvqctb3tu35mdc$decafbad058f08c2c23486d75e0e18e8.',
      finds: ['access_token$production$tvnvqctb3tu35mdc$decafbad058f08c2c23486d75e0e18e8'],
    },
    {
      text: 'PAYPAL_CLIENT_SECRET=EN0tR3alDAaXr95prXbnLjq5GYPjrapyRwXKVA2vk2Nvg9pWvhoxBYuChL8W6cs385CBgQ7BiVHLUdtP',
      finds: ['EN0tR3alDAaXr95prXbnLjq5GYPjrapyRwXKVA2vk2Nvg9pWvhoxBYuChL8W6cs385CBgQ7BiVHLUdtP'],
    },
    { text: 'BRAINTREE_PRIVATE_KEY=decafbad9fe5d201d2f2da136d48cbf4', finds: ['decafbad9fe5d201d2f2da136d48cbf4'] },
    { text: 'paypal secret: look in the dashboard', finds: [] },
  ],
};

export default pattern;
