import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'stripe-test-key',
  title: 'Test key of Stripe',
  system: 'Stripe',
  severity: 'low',
  owner: 'owner of the Stripe account',
  lifetime: 'until rolled or deleted',
  reset: { portal: 'dashboard.stripe.com > test mode > Developers > API keys > the key > Rotate key' },
  proof: 'dashboard.stripe.com > test mode > Developers > Logs',
  references: ['https://docs.stripe.com/keys'],
  anchors: ['sk_test_', 'rk_test_'],
  expression: /(?<![A-Za-z0-9-])(?<secret>[sr]k_test_[A-Za-z0-9]{24,120})(?![\w-])/g,
  reach: { before: 2, after: 132 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 8,
  examples: [
    { text: '> sk_test_N0tR3aldJkqDHviPbTe2urZT', finds: ['sk_test_N0tR3aldJkqDHviPbTe2urZT'] },
    { text: 'sk_test_none', finds: [] },
  ],
};

export default pattern;
