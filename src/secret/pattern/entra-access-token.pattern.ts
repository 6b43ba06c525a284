import type { SecretPattern } from '../pattern.ts';
import { exampleToken, issuerOf } from '../token.ts';

const tenant = 'fa4e0000-1111-4222-8333-fa4e44445555';
const old = exampleToken({
  aud: 'https://graph.microsoft.com',
  iss: `https://sts.windows.net/${tenant}/`,
  tid: tenant,
});
const current = exampleToken({ aud: tenant, iss: `https://login.microsoftonline.com/${tenant}/v2.0`, tid: tenant });
const other = exampleToken({ aud: 'x', iss: 'https://idp.contoso.com/', sub: 'somebody' });

const pattern: SecretPattern = {
  kind: 'entra-access-token',
  title: 'Access or ID token of Microsoft Entra ID',
  system: 'Microsoft Entra ID',
  severity: 'high',
  owner: 'user or application that signed in; the administrators of identity',
  lifetime: '60 to 90 minutes; up to 28 hours with continuous access evaluation',
  reset: {
    portal:
      'Entra admin center > Users > the user > Revoke sessions (for an application: rotate its credential, disable its service principal); what is out stays valid until it ends unless the service evaluates continuously',
    command: 'Revoke-MgUserSignInSession -UserId <user>',
  },
  proof:
    'sign-in log by the claim uti of the token (unique token identifier), Microsoft Graph activity log by SignInActivityId',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-continuous-access-evaluation',
  ],
  anchors: ['eyJ'],
  expression: /(?<![\w-])(?<secret>eyJ[\w-]{10,2000}\.eyJ[\w-]{20,8000}\.[\w-]{40,1200})(?![\w-])/g,
  reach: { before: 4, after: 11300 },
  isSecret: (secret) =>
    /^https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn)\//.test(
      issuerOf(secret),
    ),
  shownCharacters: 3,
  examples: [
    { text: `Authorization: Bearer ${old}`, finds: [old] },
    { text: `Hi, this one works for me:\n> ${current}.\nSent from my phone`, finds: [current] },
    { text: `id_token=${other}`, finds: [] },
    { text: 'eyJhbGciOiJub25lIn0.eyJmb28.x', finds: [] },
  ],
};

export default pattern;
