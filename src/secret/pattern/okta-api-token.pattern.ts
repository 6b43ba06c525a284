import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'okta-api-token',
  title: 'API token of Okta',
  system: 'Okta',
  severity: 'critical',
  owner: 'Okta administrator who made it',
  lifetime: '30 days without use, otherwise until revoked',
  reset: {
    portal:
      'Okta Admin Console > Security > API > Tokens > the token > Revoke; the administrator who made it: Directory > People > Clear sessions and reset',
    command: 'curl -X DELETE -H "Authorization: SSWS <other token>" https://<org>.okta.com/api/v1/api-tokens/<id>',
  },
  proof:
    'Okta System Log: eventType eq "system.api_token.revoke", and calls with the token (debugData, transaction detail requestApiTokenId)',
  references: [
    'https://developer.okta.com/docs/guides/create-an-api-token/main/',
    'https://help.okta.com/en-us/content/topics/security/api.htm',
  ],
  anchors: ['SSWS', 'okta'],
  expression: /(?:SSWS[ \t]{1,3}|okta[^]{0,60}?[\s"'=:>(<])(?<secret>00[\w-]{39}\w)(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 2,
  examples: [
    {
      text: '> Authorization: SSWS 00N0tR3al4LABhQLdMFxWeGdhjUbiKHVyfVpW6kS7c.',
      finds: ['00N0tR3al4LABhQLdMFxWeGdhjUbiKHVyfVpW6kS7c'],
    },
    {
      text: 'OKTA_API_TOKEN="00N0tR3alSLeBFt36Cj9LTrM5gAaroEkXu2DLPhoTC"',
      finds: ['00N0tR3alSLeBFt36Cj9LTrM5gAaroEkXu2DLPhoTC'],
    },
    { text: 'Authorization: SSWS ${api_token}', finds: [] },
  ],
};

export default pattern;
