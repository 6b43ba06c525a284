import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-devops-personal-access-token',
  title: 'Personal access token of Azure DevOps',
  system: 'Azure DevOps',
  severity: 'critical',
  owner: 'person who made it; administrators of the organization can revoke it',
  lifetime: 'up to a year',
  reset: {
    portal:
      'Azure DevOps > User settings > Personal access tokens > Revoke; for somebody else through the API of token administration',
    command:
      'POST https://vssps.dev.azure.com/<organization>/_apis/tokenadmin/revocations?api-version=7.1 with the authorization ids of the tokens',
  },
  proof:
    'audit log of the organization: Token.PatRevokeEvent and actions with AuthenticationMechanism PAT and its authorization id',
  references: [
    'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/admin-revoke-user-pats',
  ],
  anchors: [
    'AZDO',
    '_pat',
    'pat_',
    'dev.azure.com',
    'visualstudio.com',
    'accesstoken',
    'access token',
    'access_token',
    'azure devops',
    '$token',
    'PAT is',
    'PAT:',
    'PAT =',
  ],
  // 84 characters with AZDO in them, or before 2024 the base32 of 32 bytes, known only by what stands before it.
  expression:
    /(?<![\w-])(?<secret>[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}|(?=[a-z2-7]{52}(?![\w-]))(?<=(?:\bPAT\b|_pat|pat_|pat_?token|\$token|azure devops|access[ _]?token|dev\.azure\.com|visualstudio\.com|VssSessionToken)[\w\s:="'<>/.,@-]{0,40})[a-z2-7]{52})(?![\w-])/gi,
  reach: { before: 100, after: 140 },
  isSecret: (secret) => !isInvented(secret) && (secret.includes('AZDO') || /^(?=[a-z]*\d)[a-z2-7]{52}$/.test(secret)),
  examples: [
    {
      text: 'Hi, my PAT is fakedetmdaqtbveetgvckrlkko7ch2arqed27kw2mdu4i5qcimnx.',
      finds: ['fakedetmdaqtbveetgvckrlkko7ch2arqed27kw2mdu4i5qcimnx'],
    },
    {
      text: 'git clone https://me:Fakeylu3cYrZp4HsJ68P8ExA5Ivhn46W4ie5mWleoSjHK6VQRfeMmHHnrVN6dMiDayL5NnfgTIl9AZDO4ctq@dev.azure.com/fake/_git/app',
      finds: ['Fakeylu3cYrZp4HsJ68P8ExA5Ivhn46W4ie5mWleoSjHK6VQRfeMmHHnrVN6dMiDayL5NnfgTIl9AZDO4ctq'],
    },
    {
      text: 'var personalAccessToken = "fake6drd2p3r2p32guimk3wwbx6xckibbdrrjb4np2n7ghxwaq7t";',
      finds: ['fake6drd2p3r2p32guimk3wwbx6xckibbdrrjb4np2n7ghxwaq7t'],
    },
    { text: 'the PAT of the pipeline: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', finds: [] },
    { text: 'onion address fakevsdgv6psdipg5deoirkyjkjnnbepgyi3ngkycf5snxv7kxzb.example', finds: [] },
  ],
};

export default pattern;
