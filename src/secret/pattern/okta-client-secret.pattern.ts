import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'okta-client-secret',
  title: 'Client secret of an Okta application',
  system: 'Okta',
  severity: 'high',
  owner: 'owner of the Okta application',
  lifetime: 'until rotated',
  reset: {
    portal:
      'Okta Admin Console > Applications > the application > General > Client secrets > generate another, change to it, deactivate and delete this one',
    command:
      'curl -X POST https://<org>.okta.com/api/v1/apps/<id>/credentials/secrets/<secret id>/lifecycle/deactivate',
  },
  proof: 'Okta System Log: app.oauth2.credentials.lifecycle.deactivate; app.oauth2.token.grant with the client id',
  references: ['https://developer.okta.com/docs/guides/client-secret-rotation-key/main/'],
  anchors: ['okta'],
  expression:
    /okta[^]{0,120}?client[_ -]?secret["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[\w-]{40,64})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: 'OKTA_CLIENT_SECRET=N0tR3al7UHi9AH2AzQM8LG2Abw2WxuasKn4sAdjJ',
      finds: ['N0tR3al7UHi9AH2AzQM8LG2Abw2WxuasKn4sAdjJ'],
    },
    {
      text: '> okta: client_id: 0oaaFgwYUjByZyHxmrHC\n> client_secret: N0tR3alPLBnGHxWDKeNBxKoDBAYvHxSeaG2MTPbADKiAaPtQiusN89EHjASy5oQ9.',
      finds: ['N0tR3alPLBnGHxWDKeNBxKoDBAYvHxSeaG2MTPbADKiAaPtQiusN89EHjASy5oQ9'],
    },
    { text: 'okta client secret: shown only once in the console', finds: [] },
  ],
};

export default pattern;
