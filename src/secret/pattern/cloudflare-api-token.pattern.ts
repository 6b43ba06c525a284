import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'cloudflare-api-token',
  title: 'API token or key of Cloudflare',
  system: 'Cloudflare',
  severity: 'critical',
  owner: 'user or account that made it',
  lifetime: 'as it was made, otherwise until rolled',
  reset: {
    portal:
      'Cloudflare dashboard > My Profile (or Manage Account) > API Tokens > the token > Roll or Delete; Global API Key and Origin CA Key > Change',
    command:
      'curl -X PUT https://api.cloudflare.com/client/v4/user/tokens/<id>/value -H "Authorization: Bearer <other token>" -d \'{}\'',
  },
  proof: 'Cloudflare audit log: token_roll, token_destroy, API key rotated; actions via API by token id',
  references: [
    'https://developers.cloudflare.com/fundamentals/api/how-to/roll-token/',
    'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/',
  ],
  anchors: ['cfat_', 'cfut_', 'cfk_', 'cloudflare', 'X-Auth-Key', 'CF_API', 'v1.0-'],
  // With a prefix since 2026; before, 40 characters (token), 37 of hex (global key) or the origin key with `v1.0-`.
  expression:
    /(?<![A-Za-z0-9])(?<secret>cf(?:at|ut|k)_[A-Za-z0-9]{40}[0-9a-f]{8}|v1\.0-[0-9a-f]{24}-[0-9a-f]{146}|(?=[\w-]{37})(?:(?<=(?:cloudflare|CF_)[\w\s.:/-]{0,60}(?:token|key)["']?(?: is)?\s{0,3}[:=]?\s{0,3}(?:Bearer )?["'<]?)|(?<=X-Auth-Key["']?\s{0,3}[:=]\s{0,3}["']?))(?:[0-9a-f]{37}|[\w-]{40}))(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'CLOUDFLARE_API_TOKEN=cfat_FakeFakeKiGAMQTVRZB74swHwVavQgA30Iq5LYbJfa4e8d7c',
      finds: ['cfat_FakeFakeKiGAMQTVRZB74swHwVavQgA30Iq5LYbJfa4e8d7c'],
    },
    {
      text: 'Cloudflare API token: FakeW3c9ktKmyO9iYolAevh9sBmZs_26S2gLBIY9.',
      finds: ['FakeW3c9ktKmyO9iYolAevh9sBmZs_26S2gLBIY9'],
    },
    {
      text: 'curl -H "X-Auth-Email: a@contoso.com" -H "X-Auth-Key: fa4ef8ff76be332342560b22e315f64516671"',
      finds: ['fa4ef8ff76be332342560b22e315f64516671'],
    },
    { text: 'xcfat_FakeFakesyjmHPPP135Km5Hk07zr9T5LZtWsTg3wfa4edad4', finds: [] },
    { text: 'cloudflare token: see the vault', finds: [] },
  ],
};

export default pattern;
