import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'sentry-token',
  title: 'Auth token of Sentry',
  system: 'Sentry',
  severity: 'high',
  owner: 'owner of the Sentry organization',
  lifetime: 'until revoked',
  reset: {
    portal: 'sentry.io > Settings > Developer Settings > Organization Tokens (or User > Personal Tokens) > Revoke',
  },
  proof: 'Sentry > Settings > Audit Log: org-auth-token.remove',
  references: ['https://docs.sentry.io/account/auth-tokens/'],
  anchors: ['sntrys_', 'sntryu_', 'sntrya_'],
  expression: /(?<![\w-])(?<secret>sntrys_[A-Za-z0-9+/=_-]{60,400}|sntry[ua]_[0-9a-f]{64})(?![\w+/=-])/g,
  reach: { before: 2, after: 412 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 7,
  examples: [
    {
      text: '> SENTRY_AUTH_TOKEN=sntrys_N0tR3alXsaik8RsbzcqYLGH3D6QMtrW4kuFWF3knGfFQNwatJpEZRqpw2UtKCjbEY5BPui6HNkjZV6RUptNFLC5Y2Yi67XuYqoshRuPDJyEQxE5Vpq7JnUms.',
      finds: [
        'sntrys_N0tR3alXsaik8RsbzcqYLGH3D6QMtrW4kuFWF3knGfFQNwatJpEZRqpw2UtKCjbEY5BPui6HNkjZV6RUptNFLC5Y2Yi67XuYqoshRuPDJyEQxE5Vpq7JnUms',
      ],
    },
    {
      text: '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',
      finds: ['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'],
    },
    { text: 'sntrys_none', finds: [] },
  ],
};

export default pattern;
