import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'coinbase-api-key',
  title: 'API key of Coinbase',
  system: 'Coinbase',
  severity: 'critical',
  owner: 'owner of the Coinbase account',
  lifetime: 'until deleted',
  reset: {
    portal:
      'portal.cdp.coinbase.com > API keys > the key > Delete; older: coinbase.com/settings/api > the key > Delete',
  },
  proof: 'Coinbase > Settings > Activity; transactions of the account',
  references: ['https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys'],
  anchors: ['coinbase', 'cb-access'],
  expression:
    /(?:coinbase|cb-access)[^]{0,60}?(?:secret|passphrase)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[A-Za-z0-9+/]{86}==|[A-Za-z0-9]{32,64})(?![\w=])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[A-Za-z]/.test(secret) && !isInvented(secret),
  examples: [
    { text: 'COINBASE_API_SECRET=N0tR3al8dWr2JWeSQZPAnqzkP3TvHTYF', finds: ['N0tR3al8dWr2JWeSQZPAnqzkP3TvHTYF'] },
    {
      text: '> coinbase secret: N0tR3alWhCfD2xcFeSvLBzGeHDvFDuZQsaMDBQPNyFV98w8HAoVQYukBZKWUq62tnSQXPMSvJBDiGeNo7XnQVM==',
      finds: ['N0tR3alWhCfD2xcFeSvLBzGeHDvFDuZQsaMDBQPNyFV98w8HAoVQYukBZKWUq62tnSQXPMSvJBDiGeNo7XnQVM=='],
    },
    { text: 'coinbase secret: not to be mailed', finds: [] },
  ],
};

export default pattern;
