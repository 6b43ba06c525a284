import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'powershell-password',
  title: 'Password in a PowerShell command (ConvertTo-SecureString -AsPlainText)',
  system: 'Windows PowerShell',
  severity: 'high',
  owner: 'user of the account',
  lifetime: 'until changed',
  reset: {
    portal:
      'reset the password of the account; take it out of the script (Azure Key Vault, SecretManagement, a managed service account)',
    command: 'Set-ADAccountPassword -Identity <account> -Reset',
  },
  proof: 'pwdLastSet of the account; event 4724; directory audit "Reset user password" for a cloud account',
  references: [
    'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.security/convertto-securestring',
  ],
  anchors: ['ConvertTo-SecureString'],
  expression:
    /(?<=PSCredential[\s(]{1,4}["'](?<account>[^"'\r\n]{1,120})["'][\s,(]{1,6}|)ConvertTo-SecureString\s{1,4}(?:-AsPlainText\s{1,4})?(?:-Force\s{1,4})?(?:-String\s{1,4})?(?:"(?!\$)|'|\$\(['"])(?<secret>[^"'\r\n]{3,200})["']\)?\s{1,4}(?=-(?:AsPlainText|Force))/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: '$p = ConvertTo-SecureString "Fake4Power!" -AsPlainText -Force', finds: ['Fake4Power!'] },
    {
      text: '$c = New-Object System.Management.Automation.PSCredential("FAKE\\\\admin", (ConvertTo-SecureString -String \'Fake!99x\' -AsPlainText -Force))',
      finds: ['Fake!99x'],
    },
    { text: 'ConvertTo-SecureString $password -AsPlainText -Force', finds: [] },
    { text: 'ConvertTo-SecureString "$env:PASS" -AsPlainText -Force', finds: [] },
    { text: '$p = Read-Host -AsSecureString', finds: [] },
  ],
};

export default pattern;
