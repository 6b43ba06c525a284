import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'sccm-network-access-account',
  title: 'Network access account of Configuration Manager (policy secret)',
  system: 'Microsoft Configuration Manager',
  severity: 'critical',
  owner: 'administrators of Configuration Manager',
  lifetime: 'until the password of the account is changed',
  reset: {
    portal:
      'Configuration Manager console > Administration > Site Configuration > Sites > Configure Site Components > Software Distribution > Network Access Account: remove it or set another; change the password of the old one and disable it',
    command:
      'Set-CMSoftwareDistributionComponent -SiteCode <site> -NetworkAccessAccountType ConfigMgrClientComputerAccount',
  },
  proof: 'status messages of the site (30104); event 4624 for the account from other hosts than clients',
  references: ['https://learn.microsoft.com/en-us/intune/configmgr/core/plan-design/hierarchy/accounts'],
  anchors: ['PolicySecret', 'NetworkAccessPassword'],
  expression:
    /(?:PolicySecret[^>]{0,40}>\s{0,4}(?:<!\[CDATA\[)?|NetworkAccess(?:Password|Username)["']?\s{0,20}[:=]\s{0,4}["']?(?:<PolicySecret[^>]{0,40}>(?:<!\[CDATA\[)?)?)(?<secret>[0-9A-F]{80,3000})/gi,
  reach: { before: 20, after: 3200 },
  examples: [
    {
      text: '<NetworkAccessPassword><PolicySecret Version="1"><![CDATA[0601000001000000D08C9DDF0115D1118C7A00C04FC297EBFA4E3541E6089C174E97C77ECA963843FF18CF8D1BCC5D85D13C91C82ED636B2E5D07A264B64E2DA]]></PolicySecret>',
      finds: [
        '0601000001000000D08C9DDF0115D1118C7A00C04FC297EBFA4E3541E6089C174E97C77ECA963843FF18CF8D1BCC5D85D13C91C82ED636B2E5D07A264B64E2DA',
      ],
    },
    { text: '<PolicySecret Version="1"></PolicySecret>', finds: [] },
  ],
};

export default pattern;
