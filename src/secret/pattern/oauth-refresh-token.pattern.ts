import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'oauth-refresh-token',
  title: 'OAuth refresh token',
  system: 'web service that issued it',
  severity: 'high',
  owner: 'the user or owner of the application',
  lifetime: 'weeks to for ever, as the service decides',
  reset: {
    portal:
      'the service that issued it > the user > applications with access > revoke; or end all sessions of the user',
    command: 'curl -X POST <issuer>/oauth2/revoke -d token=<token>',
  },
  proof: 'log of the issuer: token issued by grant refresh_token, by address',
  references: ['https://www.rfc-editor.org/rfc/rfc6749#section-1.5', 'https://www.rfc-editor.org/rfc/rfc7009'],
  anchors: ['refresh_token', 'refreshtoken'],
  expression: /(?<![a-z])refresh_?token["']{0,2}[ \t]{0,3}[:=][ \t]{0,3}["']?(?<secret>[\w.~+/=*!|-]{20,2000}[\w=])/gi,
  reach: { before: 4, after: 2100 },
  isSecret: (secret) => /\d/.test(secret) && /[a-z]/i.test(secret) && new Set(secret).size > 9 && !isInvented(secret),
  isGeneric: true,
  examples: [
    {
      text: '> {"access_token":"…","refresh_token":"N0tR3alj6BeEwrvWj8kLiHCB3SefAxn9ofe46LKgZRjbDq5PeDM6EDvLKaAu","expires_in":3600}',
      finds: ['N0tR3alj6BeEwrvWj8kLiHCB3SefAxn9ofe46LKgZRjbDq5PeDM6EDvLKaAu'],
    },
    { text: 'grant_type=refresh_token&client_id=abc', finds: [] },
  ],
};

export default pattern;
