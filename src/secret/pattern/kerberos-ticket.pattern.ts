import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'kerberos-ticket',
  title: 'Kerberos ticket (kirbi or credential cache in base64)',
  system: 'Active Directory',
  severity: 'critical',
  owner: 'account of the ticket; administrators of Active Directory',
  lifetime: '10 hours, renewable for 7 days; a forged one as long as it says',
  reset: {
    portal:
      'reset the password of the account (of a service: its account); if it is of krbtgt or not made by a domain controller, reset krbtgt twice',
    command: 'klist purge (on the host); Set-ADAccountPassword -Identity <account> -Reset',
  },
  proof: 'events 4768 and 4769 for the account from other hosts; pwdLastSet',
  references: [
    'https://learn.microsoft.com/en-us/windows-server/security/kerberos/kerberos-authentication-overview',
    'https://attack.mitre.org/techniques/T1558/',
  ],
  anchors: ['doIE', 'doIF', 'doIG', 'doIH', 'BQQADAABAAgA'],
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>(?:doI[EFGH][A-Za-z0-9+/]{2}[CD]|BQQADAABAAgA)[A-Za-z0-9+/]{48,9000}={0,2}(?:\r?\n[A-Za-z0-9+/]{60,76}(?![A-Za-z0-9+/=])){0,300}(?:\r?\n[A-Za-z0-9+/]{2,76}={1,2})?)/g,
  reach: { before: 4, after: 9200 },
  isSecret: (secret) => secret.length > 500 && !isInvented(secret.slice(8, 200)),
  examples: [
    {
      text: 'Rubeus says:\n\n      doIFujCCFakeRtjjmihsptZjakTg/pO2VXElffkLTqRIro7zgNTuIqqmtmyMR8YopR6NJTghOgjv/mA6Con277b+36phbsbdFaj67JcNy4jqtIEPEOJL2jXKn68tDEB4Gw6aeJO3mU4XLQr2+QmKp4iKzKZurfgXCXCVqhnqw038+0Mm7FxSUeqGyyBDBMYyHp9GrhHaLYPzSPJdqtBesZL6CFyVML/kujEdPCNTRTueiYzV+NoJBmx+s2+o8MBs896fIjcvYq+1UQjKf89EU2yXTuUsHoeZiXeYf11pVhgfAT8FnWMENOTklOK6M0kmGEHWuJCnwyrCrCj7R6jiq3djG7eHjVPKa4wK76mI4/d9ZZDdr5xUADIs4P6PYRebzvRjmA7O/b4ersGdDIiJPmh+pYb4n4EPWk0kHG1qMsPhEXaq534lNGmm6OEK4It1QM/phiG86o0B2rakRmKBR9A/Sf96lKt9kIRObHG1dtO3X1AwGp8Fdz4XIhCq8ZsNNjXjxBrO9L8RhQEH3hCfIl4Itl1y5jL1bz9wbfHbzGKiGmf/0CkDfmMisYNRoTD6gdseJ4v3BfCZHl3gTM7n3BSIbTFul1ukYeb2NIBlE7pq/0OF3dlx2QZwDTYxwL4zAg05afaFBtGfhGMMpYLrcoJY/A+QoFiG55samFzC7rvuSFfd8LvPQDROSK6DZ7lWY59H==',
      finds: [
        'doIFujCCFakeRtjjmihsptZjakTg/pO2VXElffkLTqRIro7zgNTuIqqmtmyMR8YopR6NJTghOgjv/mA6Con277b+36phbsbdFaj67JcNy4jqtIEPEOJL2jXKn68tDEB4Gw6aeJO3mU4XLQr2+QmKp4iKzKZurfgXCXCVqhnqw038+0Mm7FxSUeqGyyBDBMYyHp9GrhHaLYPzSPJdqtBesZL6CFyVML/kujEdPCNTRTueiYzV+NoJBmx+s2+o8MBs896fIjcvYq+1UQjKf89EU2yXTuUsHoeZiXeYf11pVhgfAT8FnWMENOTklOK6M0kmGEHWuJCnwyrCrCj7R6jiq3djG7eHjVPKa4wK76mI4/d9ZZDdr5xUADIs4P6PYRebzvRjmA7O/b4ersGdDIiJPmh+pYb4n4EPWk0kHG1qMsPhEXaq534lNGmm6OEK4It1QM/phiG86o0B2rakRmKBR9A/Sf96lKt9kIRObHG1dtO3X1AwGp8Fdz4XIhCq8ZsNNjXjxBrO9L8RhQEH3hCfIl4Itl1y5jL1bz9wbfHbzGKiGmf/0CkDfmMisYNRoTD6gdseJ4v3BfCZHl3gTM7n3BSIbTFul1ukYeb2NIBlE7pq/0OF3dlx2QZwDTYxwL4zAg05afaFBtGfhGMMpYLrcoJY/A+QoFiG55samFzC7rvuSFfd8LvPQDROSK6DZ7lWY59H==',
      ],
    },
    { text: 'the doIFthen pattern, doIF and doIE', finds: [] },
  ],
};

export default pattern;
