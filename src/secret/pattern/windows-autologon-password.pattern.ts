import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'windows-autologon-password',
  title: 'Password of the automatic sign-in of Windows (DefaultPassword)',
  system: 'Windows',
  severity: 'high',
  owner: 'administrators of devices',
  lifetime: 'until changed',
  reset: {
    portal:
      'reset the password of the account, take DefaultPassword out of the registry (or use Sysinternals Autologon, which keeps it as an LSA secret)',
    command: 'reg delete "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon" /v DefaultPassword /f',
  },
  proof: 'event 4724 for the account; the value is gone on the computers',
  references: [
    'https://learn.microsoft.com/en-us/troubleshoot/windows-server/user-profiles-and-logon/turn-on-automatic-logon',
  ],
  anchors: ['DefaultPassword'],
  expression:
    /["']?DefaultPassword["']?(?:\s{1,10}(?:\/t\s+)?REG_SZ\s{1,10}(?:\/d\s{1,4})?|\s{0,3}[=:]\s{0,3}|,\s{0,3}["']?)["']?(?<secret>[^\s"',]{3,128})/gi,
  isSecret: (secret) => !isInvented(secret) && !/^(?:REG_|hex)/i.test(secret),
  examples: [
    { text: '"DefaultUserName"="kiosk"\n"DefaultPassword"="Fake4Kiosk"', finds: ['Fake4Kiosk'] },
    { text: '    DefaultPassword    REG_SZ    Fake!kiosk2', finds: ['Fake!kiosk2'] },
    { text: 'The value DefaultPassword must not be there', finds: [] },
    { text: '"DefaultPassword"=""', finds: [] },
  ],
};

export default pattern;
