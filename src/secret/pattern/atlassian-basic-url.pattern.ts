import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'atlassian-basic-url',
  title: 'User name and password or API token in an address of Jira, Confluence or Bitbucket',
  system: 'Atlassian',
  severity: 'high',
  owner: 'the user; administrator of the site',
  lifetime: 'password until changed; API token up to one year',
  reset: {
    portal:
      'id.atlassian.com > Security > API tokens > Revoke, and change the password; own servers: User management > the user > Set password',
  },
  proof: 'Atlassian Administration > Security > Audit log: API token revoked; Jira > System > Audit log on own servers',
  references: ['https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/'],
  anchors: ['atlassian.net', 'jira', 'confluence'],
  expression:
    /https?:\/\/(?<account>[^\s:@/"'<>]{1,80}(?:@[\w.-]{1,80})?):(?<secret>[^\s/"'<>@]{1,220})@(?<host>(?:[\w-]{1,60}\.atlassian\.net|(?:jira|confluence)[\w.-]{0,80}\w)(?::\d{2,5})?)/gi,
  reach: { before: 330, after: 120 },
  isSecret: isUserinfo,
  examples: [
    { text: '> https://build.user:N0tR3al-Kran1ch@jira.corp.example/rest/api/2/issue.', finds: ['N0tR3al-Kran1ch'] },
    { text: 'https://corp.atlassian.net/browse/SNOW-1', finds: [] },
  ],
};

export default pattern;
