import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'netlify-token',
  title: 'Personal access token of Netlify',
  system: 'Netlify',
  severity: 'high',
  owner: 'user who made it',
  lifetime: 'as it was made, up to never',
  reset: { portal: 'Netlify > User settings > Applications > Personal access tokens > the token > Delete' },
  proof: 'audit log of the team',
  references: ['https://docs.netlify.com/api/get-started/'],
  anchors: ['nfp_', 'nfc_', 'nfo_', 'nfu_', 'nfb_', 'netlify'],
  expression:
    /(?<![A-Za-z0-9])(?<secret>nf[pcoub]_[A-Za-z0-9]{36,40}|(?<=netlify[ _-]?(?:auth[ _-]?|access[ _-]?)?token["']?(?: is)?\s{0,3}[:=]\s{0,3}["']?)[\w-]{40,46})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret) && /\d/.test(secret),
  shownCharacters: 4,
  examples: [
    {
      text: 'NETLIFY_AUTH_TOKEN=nfp_Fake4FakeQe31VfpTEf0H9z7McGgEvxqaczE',
      finds: ['nfp_Fake4FakeQe31VfpTEf0H9z7McGgEvxqaczE'],
    },
    { text: 'nfp_short', finds: [] },
  ],
};

export default pattern;
