import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'google-oauth-access-token',
  title: 'OAuth access token of Google',
  system: 'Google account',
  severity: 'high',
  owner: 'user or service account',
  lifetime: 'an hour',
  reset: {
    portal: 'revoke it or remove the application from the account; a service account: delete its key',
    command: 'curl -X POST https://oauth2.googleapis.com/revoke -d token=<token>',
  },
  proof: 'token audit log of Google Workspace: revoke; Cloud Audit Logs by principalEmail',
  references: ['https://developers.google.com/identity/protocols/oauth2'],
  anchors: ['ya29.'],
  expression: /(?<![\w.-])(?<secret>ya29\.[\w-]{30,1200})(?![\w-])/g,
  reach: { before: 4, after: 1240 },
  isSecret: (secret) => !isInvented(secret.slice(5)),
  shownCharacters: 5,
  examples: [
    {
      text: 'Authorization: Bearer ya29.a0FakeFakeu3UeuQ6ZirZTOw3EnQhhWUqAt_5egpzKN_IlnzNNRZvOfN3daRYXSlAA0I54BJG05OT1XhdaKQ-gq2eqiSP0_Ffpfb-XQGGLAxVIjuV-CAzXbxFz68xq3JUs5DmIELUcDuwk-Spp',
      finds: [
        'ya29.a0FakeFakeu3UeuQ6ZirZTOw3EnQhhWUqAt_5egpzKN_IlnzNNRZvOfN3daRYXSlAA0I54BJG05OT1XhdaKQ-gq2eqiSP0_Ffpfb-XQGGLAxVIjuV-CAzXbxFz68xq3JUs5DmIELUcDuwk-Spp',
      ],
    },
    { text: 'ya29.short', finds: [] },
  ],
};

export default pattern;
