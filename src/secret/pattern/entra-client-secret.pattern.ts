import { isInvented } from '../invented.ts';
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
  anchors: ['7q~', '8q~', 'client_secret', 'client-secret', 'client secret', 'clientsecret'],
  // Three characters, a digit of the version, Q~, 31 or 34 more; before 2021 the base64 of 32 bytes, or 32 and more others, known only by the name before it.
  expression:
    /(?<![\w~.-])(?<secret>[\w~.-]{3}[78]Q~(?:[\w~.-]{34}|[\w~.-]{30,33}[\w~-])|(?=[A-Za-z0-9+/]{43}=)(?<=client[_ -]?secret["']?\s{0,3}[:=]\s{0,3}["']?)[A-Za-z0-9+/]{43}=|(?=[\w~.-]{32})(?<=(?:azure|entra|aad|arm|msal)[ _-]?(?:ad[ _-]?)?client[ _-]?secret["']?\s{0,3}:?[:=]\s{0,3}["']?)[\w~.-]{32,44})(?![\w~=-])/gi,
  accountNearby:
    /(?:client|app(?:lication)?)[ _-]?id\b[^\n0-9a-f]{0,20}(?<account>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/gi,
  reach: { before: 80, after: 100 },
  isSecret: (secret) =>
    !isInvented(secret) &&
    (/^...[78]Q~/.test(secret) ||
      secret.endsWith('=') ||
      (/\d/.test(secret) && /[A-Z]/.test(secret) && /[a-z]/.test(secret))),
  examples: [
    {
      text: 'AZURE_CLIENT_SECRET=Ab18Q~rTs0FakeFakeFakeFakeFakeFakeFa0kE',
      finds: ['Ab18Q~rTs0FakeFakeFakeFakeFakeFakeFa0kE'],
    },
    {
      text: 'Hi Tom,\n> the new secret is <-EB8Q~FakebKLjX_-18cYMxznsOMFR7HfO0B3pxA>.\nIt ends in May.',
      finds: ['-EB8Q~FakebKLjX_-18cYMxznsOMFR7HfO0B3pxA'],
    },
    { text: 'The secret is fA17Q~FakeKMbzeJI4I0t9Q49Ctx0OwZg-Xfg.', finds: ['fA17Q~FakeKMbzeJI4I0t9Q49Ctx0OwZg-Xfg'] },
    {
      text: 'grant_type=client_credentials&client_secret=FakebNWdDnsAVaR0tn+OAb7UmoPgqRtpP+uNLbZWIr4=&resource=x',
      finds: ['FakebNWdDnsAVaR0tn+OAb7UmoPgqRtpP+uNLbZWIr4='],
    },
    {
      text: 'var azureClientSecret := "Fake4zWAqqBHgpAeUBUULuU0gA4p09rt0WDAs9mFg"',
      finds: ['Fake4zWAqqBHgpAeUBUULuU0gA4p09rt0WDAs9mFg'],
    },
    { text: 'the old form 7Q~short is none', finds: [] },
    { text: 'client_secret=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', finds: [] },
    { text: 'the id of the secret is fa4e8b2c-da27-4c2a-a8a1-f5ffe9076c33', finds: [] },
  ],
};

export default pattern;
