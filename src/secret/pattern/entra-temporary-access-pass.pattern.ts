import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'entra-temporary-access-pass',
  title: 'Temporary Access Pass',
  system: 'Microsoft Entra ID',
  severity: 'critical',
  owner: 'user; the administrators of authentication who issued it',
  lifetime: 'as it was issued, 10 minutes to 30 days',
  reset: {
    portal:
      'Entra admin center > Users > the user > Authentication methods > Temporary Access Pass > Delete; then Revoke sessions and look at what methods were registered with it',
    command:
      'Remove-MgUserAuthenticationTemporaryAccessPassMethod -UserId <user> -TemporaryAccessPassAuthenticationMethodId <id>',
  },
  proof:
    'directory audit: "Admin deleted temporary access pass method for user"; sign-ins with the authentication method Temporary Access Pass',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-authentication-temporary-access-pass',
  ],
  anchors: ['temporary access pass', 'temporaryAccessPass'],
  expression:
    /temporary ?access ?pass(?:\s?\(TAP\))?["']?(?:\s(?:is|for [\w.@-]{3,80}(?: is)?))?[\s:="'<]{1,6}(?<secret>[^\s"'<>,;()|]{8,48})/gi,
  isSecret: (secret) => !isInvented(secret) && /\d/.test(secret),
  examples: [
    { text: 'Your Temporary Access Pass is: fK4!eT9+pa', finds: ['fK4!eT9+pa'] },
    { text: '"temporaryAccessPass": "FAKEs8D&2a",', finds: ['FAKEs8D&2a'] },
    { text: 'of the Temporary Access Pass (authenticationMethodsPolicy)', finds: [] },
    { text: 'A Temporary Access Pass is required to set up the new phone.', finds: [] },
    { text: 'Temporary access pass for anna@contoso.com is <your pass>', finds: [] },
  ],
};

export default pattern;
