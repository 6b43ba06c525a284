import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'out-of-band-management-password',
  title: 'Password of a management controller (iLO, iDRAC, IPMI, BMC)',
  system: 'HPE iLO, Dell iDRAC, IPMI',
  severity: 'critical',
  owner: 'administrator of the servers',
  lifetime: 'until changed',
  reset: {
    portal:
      'iLO > Administration > User Administration > the user > Change password; iDRAC > iDRAC Settings > Users; keep the controllers in a network of their own',
    command: 'ipmitool user set password <id> <new>; racadm set iDRAC.Users.<index>.Password <new>',
  },
  proof: 'iLO > Security log and iLO event log; iDRAC > Maintenance > Lifecycle log: logins by user and address',
  references: [
    'https://www.dell.com/support/kbdoc/en-us/000133536',
    'https://support.hpe.com/hpesc/public/docDisplay?docId=sd00002007en_us',
  ],
  anchors: ['ilo', 'idrac', 'ipmi', 'bmc', 'racadm'],
  expression:
    /(?:(?<!\w)(?:ilo\d?|idrac\d?|ipmi|bmc)[ _.-](?:[^]{0,80}?(?:user(?: ?name)?|login)[ \t]{0,3}[:=][ \t]{0,3}(?<account>[\w.@-]{1,40})[^]{0,20}?)?(?:password|passwd|pwd|pass|passwort)(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)|ipmitool[^\n]{0,120}?-P[ \t](?<sign2>["'])?|racadm[^\n]{0,80}?-p[ \t])(?<secret>[^\s"'<>,;]{4,60}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  isSecret: (secret, groups) => isAssigned(secret, { ...groups, sign: groups['sign'] ?? '=' }),
  examples: [
    { text: '> iLO 5 of srv07, user name: Administrator\n> Password: N0TR3AL4', finds: ['N0TR3AL4'] },
    { text: 'ipmitool -I lanplus -H 10.0.0.7 -U root -P Kran1ch!nA4t power status', finds: ['Kran1ch!nA4t'] },
    { text: 'the iDRAC password is on the card', finds: [] },
  ],
};

export default pattern;
