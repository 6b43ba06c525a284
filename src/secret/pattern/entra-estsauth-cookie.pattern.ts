import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'entra-estsauth-cookie',
  title: 'Session cookie of the sign-in page of Microsoft (ESTSAUTH)',
  system: 'Microsoft Entra ID',
  severity: 'critical',
  owner: 'user who signed in; the administrators of identity revoke it',
  lifetime: 'ESTSAUTH until the browser closes, ESTSAUTHPERSISTENT up to 90 days',
  reset: {
    portal: 'Entra admin center > Users > the user > Revoke sessions; then require a new sign-in by Conditional Access',
    command: 'Revoke-MgUserSignInSession -UserId <user>',
  },
  proof:
    'directory audit: "Update StsRefreshTokenValidFrom Timestamp"; sign-ins with the same SessionId from another address or browser',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-authentication-web-browser-cookies',
  ],
  anchors: ['ESTSAUTH'],
  expression:
    /ESTSAUTH(?:PERSISTENT|LIGHT)?["']?[\s,:=]{1,6}(?:["']?value["']?[\s,:=]{1,4})?["']?(?<secret>[\w.+-]{100,4000})/g,
  reach: { before: 4, after: 4200 },
  isSecret: (secret) => !isInvented(secret.slice(0, 100)),
  examples: [
    {
      text: 'Cookie: buid=x; ESTSAUTHPERSISTENT=0.AFakeomH9x2g9qcenrMV4tlhcglsMbBjIhNEqpHaF.AgABFwQFakeSXB5hIrBeU_wm_mW-FAnrI8EzeBf2ehD2MX9HLhR7_3cBgeP2UoM-McZKgPFcIXnEuQIlvVfl6FmBAJPLfLNA6c3lCKLM5s6zPitsDEgbRFi08bRLBxl_rg9e6KH9zhx4nGi4vpURApP00q5EkYkLxZQ6-0cpoCfakAkhQvEI1956N41tvyjojaotkfJgIPGVW8U8ezXnxNAjnkwhhd7XHy5yyX4GWcLM_oryxzR5ierND8BCOyAItxnndM0ykJB; path=/',
      finds: [
        '0.AFakeomH9x2g9qcenrMV4tlhcglsMbBjIhNEqpHaF.AgABFwQFakeSXB5hIrBeU_wm_mW-FAnrI8EzeBf2ehD2MX9HLhR7_3cBgeP2UoM-McZKgPFcIXnEuQIlvVfl6FmBAJPLfLNA6c3lCKLM5s6zPitsDEgbRFi08bRLBxl_rg9e6KH9zhx4nGi4vpURApP00q5EkYkLxZQ6-0cpoCfakAkhQvEI1956N41tvyjojaotkfJgIPGVW8U8ezXnxNAjnkwhhd7XHy5yyX4GWcLM_oryxzR5ierND8BCOyAItxnndM0ykJB',
      ],
    },
    {
      text: '{"domain": "login.microsoftonline.com", "name": "ESTSAUTH", "value": "1.AFakecNc5XZA2rWF4FhcW6w9UwnsMpSriCKPWRBKE.AgABFwQFakeLl99HRcYQLm_-3ggL2vM7LDK0RBpU-UWxL6d7MOpYLcQ_KJ9ZYGmct9e9KapGbtoNDWzaqDpurZIhYr-GT9JzLfZ6h4Hq3Z-i6bhjcHCQV5OGmGNIs8SZpa33gftfIk2589aiukkGJFo-6HWR0W9tAzshNTJnT4pKD7HXLXtEma56KeTM9ZVxSEM-mzzSmrs6wgw"}',
      finds: [
        '1.AFakecNc5XZA2rWF4FhcW6w9UwnsMpSriCKPWRBKE.AgABFwQFakeLl99HRcYQLm_-3ggL2vM7LDK0RBpU-UWxL6d7MOpYLcQ_KJ9ZYGmct9e9KapGbtoNDWzaqDpurZIhYr-GT9JzLfZ6h4Hq3Z-i6bhjcHCQV5OGmGNIs8SZpa33gftfIk2589aiukkGJFo-6HWR0W9tAzshNTJnT4pKD7HXLXtEma56KeTM9ZVxSEM-mzzSmrs6wgw',
      ],
    },
    { text: 'The cookies ESTSAUTH and ESTSAUTHPERSISTENT must be deleted.', finds: [] },
  ],
};

export default pattern;
