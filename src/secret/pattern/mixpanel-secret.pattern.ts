import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mixpanel-secret',
  title: 'API secret or service account of Mixpanel',
  system: 'Mixpanel',
  severity: 'low',
  owner: 'owner of the Mixpanel project',
  lifetime: 'until deleted',
  reset: {
    portal:
      'Mixpanel > Organization Settings > Service Accounts > Delete; Project Settings > Overview > API secret > Reset',
  },
  proof: 'the service account is gone from the list',
  references: ['https://developer.mixpanel.com/reference/authentication'],
  anchors: ['mixpanel'],
  expression:
    /mixpanel[^]{0,60}?(?:secret|password|token)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[A-Za-z0-9]{32})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && !isInvented(secret),
  examples: [
    { text: 'MIXPANEL_API_SECRET=decafbad69fac9a83570f608694f046f', finds: ['decafbad69fac9a83570f608694f046f'] },
    { text: 'mixpanel event decafbad9b95f30ebfef094ac62d17bd', finds: [] },
  ],
};

export default pattern;
