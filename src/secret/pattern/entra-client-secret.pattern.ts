import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'entra-client-secret',
  title: 'Client secret of an application in Microsoft Entra ID',
  system: 'Microsoft Entra ID',
  severity: 'critical',
  owner: 'owner of the application registration',
  lifetime: 'up to 24 months, longer if it was made by command',
  reset: {
    portal:
      'Entra admin center > App registrations > the application > Certificates & secrets > add a new one, change to it, then delete this one; look at the service principal, too',
    command: 'Remove-MgApplicationPassword -ApplicationId <object id> -KeyId <key id>',
  },
  proof:
    'directory audit: "Update application – Certificates and secrets management" with the key id removed; service principal sign-ins by credential key id',
  references: [
    'https://learn.microsoft.com/en-us/purview/sit-defn-client-secret-api-key',
    'https://learn.microsoft.com/en-us/graph/api/application-removepassword',
  ],
  anchors: ['7q~', '8q~'],
  // Three characters, a digit of the version, Q~, 31 to 34 more.
  expression: /(?<![\w~.-])(?<secret>[\w~.-]{3}[78]Q~[\w~.-]{31,34})(?![\w~-])/g,
  reach: { before: 8, after: 48 },
  examples: [
    {
      text: 'AZURE_CLIENT_SECRET=Ab18Q~rTs0FakeFakeFakeFakeFakeFakeFa0kE',
      finds: ['Ab18Q~rTs0FakeFakeFakeFakeFakeFakeFa0kE'],
    },
    { text: 'the old form 7Q~short is none', finds: [] },
  ],
};

export default pattern;
