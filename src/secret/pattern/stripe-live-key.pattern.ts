import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'stripe-live-key',
  title: 'Live secret or restricted key of Stripe',
  system: 'Stripe',
  severity: 'critical',
  owner: 'owner of the Stripe account',
  lifetime: 'until rolled or deleted',
  reset: { portal: 'dashboard.stripe.com > Developers > API keys > the key > Rotate key (expire now)' },
  proof: 'dashboard.stripe.com > Developers > Logs, by key; Settings > Security history',
  references: ['https://docs.stripe.com/keys'],
  anchors: ['sk_live_', 'rk_live_'],
  expression: /(?<![A-Za-z0-9-])(?<secret>[sr]k_live_[A-Za-z0-9]{24,120})(?![\w-])/g,
  reach: { before: 2, after: 132 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 8,
  examples: [
    { text: '> STRIPE_KEY=sk_live_N0tR3alDWKAJr9Ew47DcPBJt.', finds: ['sk_live_N0tR3alDWKAJr9Ew47DcPBJt'] },
    {
      text: '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',
      finds: [
        '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',
      ],
    },
    { text: 'sk_live_xxxxxxxxxxxxxxxxxxxxxxxx', finds: [] },
    { text: 'sk_live_key', finds: [] },
  ],
};

export default pattern;
