import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'windows-password-hash',
  title: 'Password hash of Windows (NTLM), as a dump has it',
  system: 'Windows, Active Directory',
  severity: 'critical',
  owner: 'administrators of Active Directory',
  lifetime: 'until the password is changed',
  reset: {
    portal:
      'Active Directory Users and Computers > the account > Reset password; krbtgt twice; a hash is used as it is, without cracking',
    command: 'Set-ADAccountPassword -Identity <account> -Reset',
  },
  proof:
    'event 4724 or 4723 on a domain controller; pwdLastSet of the account; event 4624 with NTLM from unusual hosts',
  references: [
    'https://learn.microsoft.com/en-us/windows-server/security/kerberos/passwords-technical-overview',
    'https://attack.mitre.org/techniques/T1003/',
  ],
  anchors: [':::', 'NTLM', 'NT hash', 'NTHASH'],
  // name:rid:LM:NT::: of a dump, or 32 digits after the name; the hash of no password is none.
  expression:
    /(?:(?<![^\s"'<>])(?<account>[^\s:"'<>]{1,104}):\d{1,10}:[0-9a-f]{32}:(?=[0-9a-f]{32}:::)|\bNT(?:LM)?[ _-]?(?:hash)?\s{0,8}[:=]\s{0,3}["']?)(?<secret>[0-9a-f]{32})(?![0-9a-f])/gi,
  reach: { before: 220, after: 120 },
  isSecret: (secret) => secret.toLowerCase() !== '31d6cfe0d16ae931b73c59d7e0c089c0' && !isInvented(secret),
  examples: [
    {
      text: 'FAKE\\\\svc_backup:1104:aad3b435b51404eeaad3b435b51404ee:fa4efb6a26f166afc7f1027fa2a493b4:::',
      finds: ['fa4efb6a26f166afc7f1027fa2a493b4'],
    },
    {
      text: 'Administrator:500:aad3b435b51404eeaad3b435b51404ee:fa4e4391362343d96154f3621651c8d7:::\nGuest:501:aad3b435b51404eeaad3b435b51404ee:31d6cfe0d16ae931b73c59d7e0c089c0:::',
      finds: ['fa4e4391362343d96154f3621651c8d7'],
    },
    { text: '         * NTLM     : fa4e0352ea8fd08ed07d42323fe2fa61', finds: ['fa4e0352ea8fd08ed07d42323fe2fa61'] },
    { text: 'Guest:501:aad3b435b51404eeaad3b435b51404ee:31d6cfe0d16ae931b73c59d7e0c089c0:::', finds: [] },
    { text: 'NTLM: off', finds: [] },
  ],
};

export default pattern;
