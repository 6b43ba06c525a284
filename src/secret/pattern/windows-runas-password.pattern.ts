import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'windows-runas-password',
  title: 'Password in a command for schtasks, sc, wmic or at a logon of a service',
  system: 'Windows',
  severity: 'high',
  owner: 'user of the account',
  lifetime: 'until changed',
  reset: {
    portal:
      'reset the password of the account and set it anew at the task or service; better: a group managed service account',
    command: 'schtasks /change /tn <task> /ru <account> /rp *',
  },
  proof: 'pwdLastSet of the account; event 4724; events 4698 and 7045 for tasks and services that were made with it',
  references: ['https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/schtasks-create'],
  anchors: ['/rp', 'password=', '/password:'],
  expression:
    /\b(?:schtasks(?:\.exe)?\s[^\r\n]{0,200}?\/ru\s{1,3}["']?(?<account>[^\s"']{1,80})["']?\s[^\r\n]{0,60}?\/rp\s{1,3}|sc(?:\.exe)?\s{1,3}(?:\\\\[\w.-]{1,60}\s)?(?:create|config)\s[^\r\n]{0,200}?\bpassword=\s?|wmic(?:\.exe)?\s[^\r\n]{0,120}?\/password:)["']?(?<secret>[^\s"']{3,80})/gi,
  reach: { before: 320, after: 160 },
  isSecret: (secret) => !isInvented(secret) && !secret.startsWith('%'),
  examples: [
    {
      text: 'schtasks /create /tn backup /tr c:\\\\b.cmd /sc daily /ru FAKE\\\\svc /rp Fake4Task!',
      finds: ['Fake4Task!'],
    },
    { text: 'sc config fakesvc obj= FAKE\\\\svc password= Fake!svc9', finds: ['Fake!svc9'] },
    { text: 'wmic /node:srv01 /user:FAKE\\\\admin /password:Fake4Wmi process list', finds: ['Fake4Wmi'] },
    { text: 'schtasks /create /tn backup /ru FAKE\\\\svc /rp *', finds: [] },
    { text: 'schtasks /query /tn backup', finds: [] },
  ],
};

export default pattern;
