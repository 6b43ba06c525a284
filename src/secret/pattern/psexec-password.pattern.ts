import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'psexec-password',
  title: 'Password in a command of PsExec or another of the PsTools',
  system: 'Windows',
  severity: 'high',
  owner: 'user of the account',
  lifetime: 'until changed',
  reset: { portal: 'reset the password of the account', command: 'Set-ADAccountPassword -Identity <account> -Reset' },
  proof: 'pwdLastSet of the account; event 4724; event 7045 (PSEXESVC) on other hosts',
  references: ['https://learn.microsoft.com/en-us/sysinternals/downloads/psexec'],
  anchors: ['psexec', 'paexec', 'psservice', 'pskill', 'psloggedon'],
  expression:
    /\b(?:ps(?:exec|service|kill|loggedon|list|info)|paexec)(?:64)?(?:\.exe)?["']?\s[^\r\n]{0,160}?[-/]u\s{1,3}["']?(?<account>[^\s"']{1,80})["']?\s{1,3}[-/]p\s{1,3}["']?(?<secret>[^\s"']{2,80})/gi,
  isSecret: (secret) => !isInvented(secret) && !/^[%$]/.test(secret),
  examples: [
    { text: 'psexec \\\\\\\\srv01 -u FAKE\\\\admin -p Fake4Exec! cmd', finds: ['Fake4Exec!'] },
    { text: '> PsExec64.exe /accepteula \\\\\\\\10.0.0.5 -u admin -p "Fake!pw9" ipconfig', finds: ['Fake!pw9'] },
    { text: 'psexec \\\\\\\\srv01 -u admin -p %PASS% cmd', finds: [] },
    { text: 'psexec \\\\\\\\srv01 -s cmd', finds: [] },
  ],
};

export default pattern;
