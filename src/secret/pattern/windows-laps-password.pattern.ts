import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'windows-laps-password',
  title: 'Password of a local administrator, kept by LAPS',
  system: 'Windows LAPS',
  severity: 'critical',
  owner: 'administrators of devices',
  lifetime: 'until it is rotated, 30 days by default',
  reset: {
    portal: 'Intune admin center > Devices > the device > Rotate local admin password; without Intune on the device',
    command:
      'Reset-LapsPassword (on the device); Set-LapsADPasswordExpirationTime -Identity <computer> (Active Directory)',
  },
  proof:
    'directory audit: "Recover device local administrator password", "Update device local administrator password"; event 4624 for the account with logon type 3 or 10',
  references: ['https://learn.microsoft.com/en-us/windows-server/identity/laps/laps-overview'],
  anchors: ['laps', 'ms-Mcs-AdmPwd', 'AdmPwd'],
  expression:
    /(?:ms-?Mcs-?AdmPwd|msLAPS-Password|\bLAPS(?: |-)(?:password|passwort|pw|pwd|kennwort)|AdmPwd)(?: (?:for|of|für|on) [\w.$-]{2,40})?(?: is| ist)?["']?[\s:=>]{1,6}["']?(?:\{"n":"(?<account>[^"]{1,40})","t":"[0-9a-f]{8,20}","p":")?(?<secret>[^\s"',<]{8,64})/gi,
  isSecret: (secret) => !isInvented(secret) && /[^\w.:]|\d/.test(secret),
  examples: [
    { text: 'The LAPS password for PC-0815 is: 9fA!k3-eR2xz}', finds: ['9fA!k3-eR2xz}'] },
    { text: 'ms-Mcs-AdmPwd : Fa4e{8x;Qq2z', finds: ['Fa4e{8x;Qq2z'] },
    {
      text: 'msLAPS-Password: {"n":"Administrator","t":"1d8161b41c41cde","p":"Fa4e8xQq2zTT"}',
      finds: ['Fa4e8xQq2zTT'],
    },
    { text: 'The LAPS password policies were changed', finds: [] },
  ],
};

export default pattern;
