import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'windows-net-use-password',
  title: 'Password in a command net use or net user',
  system: 'Windows',
  severity: 'high',
  owner: 'user of the account',
  lifetime: 'until changed',
  reset: { portal: 'reset the password of the account', command: 'Set-ADAccountPassword -Identity <account> -Reset' },
  proof: 'pwdLastSet of the account; event 4724; event 4624 with logon type 3 from unusual hosts',
  references: [
    'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/gg651155(v=ws.11)',
  ],
  anchors: ['net use', 'net user', 'net.exe'],
  // Before /user or behind it.
  expression:
    /\bnet(?:\.exe)?\s{1,4}(?:use\s{1,4}(?:[a-z*]:?\s{1,4})?(?<host>\\\\[^\s"'<>]{2,120})\s{1,4}(?:\/user:(?<account>[^\s"'<>]{1,80})\s{1,4}|(?=[^\s"'<>]{3,80}\s{1,4}\/user:))|user\s{1,4}[^\s"'<>/]{1,60}\s{1,4}(?=[^\s"'<>/]{3,80}\s{1,4}\/(?:add|domain)))(?<secret>[^\s"'<>/*][^\s"'<>]{2,80})/gi,
  isSecret: (secret) => !isInvented(secret) && !secret.startsWith('%'),
  examples: [
    { text: 'net use Z: \\\\srv01\\share /user:FAKE\\admin Fake4Use! /persistent:no', finds: ['Fake4Use!'] },
    { text: '> net use \\\\srv01\\c$ Fake!use9 /user:FAKE\\admin', finds: ['Fake!use9'] },
    { text: 'net user helper Fake4Helper! /add', finds: ['Fake4Helper!'] },
    { text: 'net use Z: \\\\srv01\\share /user:FAKE\\admin *', finds: [] },
    { text: 'net use Z: \\\\srv01\\share /persistent:yes', finds: [] },
    { text: 'net user helper /domain', finds: [] },
  ],
};

export default pattern;
