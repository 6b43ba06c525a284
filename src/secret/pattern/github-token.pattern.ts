import { base62Checksum, hasBase62Checksum } from '../checksum.ts';
import type { SecretPattern } from '../pattern.ts';

const body = 'FakeFakeFakeFakeFakeFakeFakeTk';
const token = `ghp_${body}${base62Checksum(body)}`;

const pattern: SecretPattern = {
  kind: 'github-token',
  title: 'Token of GitHub (classic, OAuth, application)',
  system: 'GitHub',
  severity: 'critical',
  owner: 'user who made it, or owner of the application; administrators of the organization',
  lifetime: 'as it was made, up to never; ghu_ 8 hours, ghs_ an hour',
  reset: {
    portal:
      'GitHub > Settings > Developer settings > Personal access tokens > Delete; OAuth and applications: Settings > Applications > Revoke',
    command: 'gh api --method POST /credentials/revoke -f "credentials[]=<token>"',
  },
  proof:
    'security log of the user, audit log of the organization: personal_access_token.…, oauth_access.destroy; events by hashed_token (SHA-256 of the token in base64)',
  references: [
    'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation',
  ],
  anchors: ['ghp_', 'gho_', 'ghu_', 'ghs_'],
  // The last six of the 36 characters are a checksum; newer tokens of an installation are its number and a JSON Web Token.
  expression:
    /(?<![A-Za-z0-9])(?<secret>gh[pous]_[A-Za-z0-9]{36}|ghs_\d{1,12}_eyJ[\w-]{10,400}\.eyJ[\w-]{10,1000}\.[\w-]{40,800})(?![\w-])/g,
  reach: { before: 4, after: 2300 },
  isSecret: (secret) => secret.startsWith('eyJ', secret.lastIndexOf('_eyJ') + 1) || hasBase62Checksum(secret),
  shownCharacters: 4,
  examples: [
    { text: `Hi, here is the token: ${token}.`, finds: [token] },
    {
      text: `git clone https://${token.replace('ghp_', 'gho_')}@github.com/contoso/app.git`,
      finds: [token.replace('ghp_', 'gho_')],
    },
    { text: 'ghp_FakeFakeFakeFakeFakeFakeFakeTk000000', finds: [] },
    { text: 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', finds: [] },
  ],
};

export default pattern;
