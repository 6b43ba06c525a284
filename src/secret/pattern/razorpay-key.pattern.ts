import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'razorpay-key',
  title: 'Key secret of Razorpay',
  system: 'Razorpay',
  severity: 'critical',
  owner: 'owner of the Razorpay account',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'dashboard.razorpay.com > Account & Settings > API Keys > Regenerate Live Key > deactivate old key immediately',
  },
  proof: 'Razorpay dashboard > Transactions; developer console of API calls',
  references: ['https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/'],
  anchors: ['rzp_', 'razorpay'],
  expression:
    /(?:(?<![\w-])(?<account>rzp_(?:live|test)_[A-Za-z0-9]{14})(?!\w)[^]{0,60}?|razorpay[^]{0,60}?secret["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<!\w)(?<secret>[A-Za-z0-9]{24})(?!\w)/g,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && /[a-z]/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: '> key_id: rzp_live_iKWrSWPv7duvMK, key_secret: N0tR3alvUEtRPnrKRvAyLiAB.',
      finds: ['N0tR3alvUEtRPnrKRvAyLiAB'],
    },
    { text: 'rzp_live_hWwGoKyihU9nxT is only the id', finds: [] },
  ],
};

export default pattern;
