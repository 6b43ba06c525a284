import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'pagerduty-api-key',
  title: 'API key of PagerDuty',
  system: 'PagerDuty',
  severity: 'high',
  owner: 'owner of the PagerDuty account',
  lifetime: 'until removed',
  reset: {
    portal:
      'PagerDuty > Integrations > API Access Keys > the key > Remove; personal: My Profile > User Settings > API Access',
  },
  proof: 'audit records (GET /audit/records, method API token)',
  references: ['https://support.pagerduty.com/main/docs/api-access-keys'],
  anchors: ['pagerduty', 'token token='],
  expression:
    /(?:pagerduty[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}|token token=)(?<secret>[A-Za-z0-9_+-]{20})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[a-z]/i.test(secret) && !isInvented(secret),
  examples: [
    { text: 'PAGERDUTY_API_KEY=u+kY7FzQrqYeEvH8daNG', finds: ['u+kY7FzQrqYeEvH8daNG'] },
    { text: '> Authorization: Token token=yMaADvphu6bYf2zyDmt2.', finds: ['yMaADvphu6bYf2zyDmt2'] },
    { text: 'PagerDuty key: please ask the operator', finds: [] },
  ],
};

export default pattern;
