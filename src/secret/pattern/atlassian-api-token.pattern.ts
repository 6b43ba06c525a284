import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'atlassian-api-token',
  title: 'API token of Atlassian',
  system: 'Atlassian Cloud (Jira, Confluence)',
  severity: 'critical',
  owner: 'user who made it; administrators of the organization',
  lifetime: 'as it was made, at most a year',
  reset: {
    portal:
      'id.atlassian.com > Security > API tokens > Revoke; the organization: admin.atlassian.com > Directory > Managed accounts > the user > Revoke',
  },
  proof: 'audit log of the organization: API token revoked; last accessed in the list of tokens',
  references: ['https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/'],
  anchors: ['ATATT3', 'ATOA', 'atlassian', 'jira'],
  // Old ones are 24 characters, known only by the name before them.
  expression:
    /(?<![A-Za-z0-9])(?<secret>ATATT3[\w-]{50,250}=[0-9A-F]{8}|(?=[A-Za-z0-9]{24}(?![\w-]))(?<=(?:atlassian|jira|confluence)[ _-]?(?:api[ _-]?)?token["']?(?: is)?\s{0,3}[:=]\s{0,3}["']?)[A-Za-z0-9]{24})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 6,
  examples: [
    {
      text: 'curl -u anna@contoso.com:ATATT3xFfGF0FakeOGNh_BWdJ_IlaBf6baQz_GRhTYiZ_BT-SPCNx9ZGchpVExTQ3gnYinhHXRP6aI8qwGPmrPdSuNSr_bG224m0Y6cidQ2p6kW0msQnnAzDdM9iiIkEwmajW5bBK09Y0MyzHUSvWaS9U9Fs5AIZGmyabx8GrJIa0_eJTS8WHg-=FA4E0012 https://contoso.atlassian.net',
      finds: [
        'ATATT3xFfGF0FakeOGNh_BWdJ_IlaBf6baQz_GRhTYiZ_BT-SPCNx9ZGchpVExTQ3gnYinhHXRP6aI8qwGPmrPdSuNSr_bG224m0Y6cidQ2p6kW0msQnnAzDdM9iiIkEwmajW5bBK09Y0MyzHUSvWaS9U9Fs5AIZGmyabx8GrJIa0_eJTS8WHg-=FA4E0012',
      ],
    },
    { text: 'JIRA_API_TOKEN="FakeKeyJZ5ndE7PCZnneH9mm"', finds: ['FakeKeyJZ5ndE7PCZnneH9mm'] },
    { text: 'ATATT3short=FA4E0012', finds: [] },
  ],
};

export default pattern;
