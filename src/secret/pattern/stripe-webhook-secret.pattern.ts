import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'stripe-webhook-secret',
  title: 'Signing secret of a Stripe webhook',
  system: 'Stripe',
  severity: 'medium',
  owner: 'owner of the Stripe account',
  lifetime: 'until rolled',
  reset: { portal: 'dashboard.stripe.com > Developers > Webhooks > the endpoint > Roll secret' },
  proof:
    'dashboard.stripe.com > Developers > Webhooks: attempts; in the own system: events with no counterpart in Stripe',
  references: ['https://docs.stripe.com/webhooks'],
  anchors: ['whsec_'],
  expression: /(?<![\w-])(?<secret>whsec_[A-Za-z0-9+/]{32,64}={0,2})(?![\w=-])/g,
  reach: { before: 2, after: 76 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 6,
  examples: [
    { text: '> whsec_N0tR3alK7h5uJG6ZNnztYRikJrd5pMCi.', finds: ['whsec_N0tR3alK7h5uJG6ZNnztYRikJrd5pMCi'] },
    { text: 'whsec_none', finds: [] },
  ],
};

export default pattern;
