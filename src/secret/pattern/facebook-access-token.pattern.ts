import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'facebook-access-token',
  title: 'Access token of Facebook or Instagram, made by Facebook Login',
  system: 'Meta',
  severity: 'medium',
  owner: 'owner of the app at Meta for Developers; the user',
  lifetime: 'one to two hours or 60 days; of a page or system user until revoked',
  reset: {
    portal:
      'the user: facebook.com > Settings > Apps and websites > Remove; business: Business settings > System users > Revoke tokens',
    command: 'curl -X DELETE "https://graph.facebook.com/me/permissions?access_token=<token>"',
  },
  proof: 'developers.facebook.com/tools/debug/accesstoken: valid false',
  references: ['https://developers.facebook.com/docs/facebook-login/guides/access-tokens/'],
  anchors: ['EAA'],
  expression: /(?<![\w-])(?<secret>EAA[A-Za-z0-9]{80,400})(?![\w=+/-])/g,
  reach: { before: 2, after: 410 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 3,
  examples: [
    {
      text: '> access_token=EAAN0tR3alGepUiUbxqzUWV9TaKPrigG4tU6okAfrKEDE2J9kdTCGgAH7L6JmQU5udJeKabtWKhHGbWyJSGSyuqT3Vco6JHVfDLU8wudh8aygKcoXDXkC2CA3kLpaUJcMESAgW3nB6K8qUm8qYK3EJarfYpmkRcT4uo.',
      finds: [
        'EAAN0tR3alGepUiUbxqzUWV9TaKPrigG4tU6okAfrKEDE2J9kdTCGgAH7L6JmQU5udJeKabtWKhHGbWyJSGSyuqT3Vco6JHVfDLU8wudh8aygKcoXDXkC2CA3kLpaUJcMESAgW3nB6K8qUm8qYK3EJarfYpmkRcT4uo',
      ],
    },
    { text: 'EAAlmost', finds: [] },
  ],
};

export default pattern;
