import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'cmdkey-password',
  title: 'Password in a command cmdkey',
  system: 'Windows',
  severity: 'high',
  owner: 'user of the account',
  lifetime: 'until changed',
  reset: {
    portal: 'reset the password of the account; delete the saved credential',
    command: 'cmdkey /delete:<target>',
  },
  proof: 'pwdLastSet of the account; event 4724; cmdkey /list on the host',
  references: ['https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/cmdkey'],
  anchors: ['cmdkey'],
  expression:
    /\bcmdkey(?:\.exe)?\s{1,4}\/(?:add|generic):["']?(?<host>[^\s"']{1,120})["']?\s{1,4}\/user:["']?(?<account>[^\s"']{1,120})["']?\s{1,4}\/pass:["']?(?<secret>[^\s"']{2,200})/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: 'cmdkey /add:srv01 /user:FAKE\\\\admin /pass:Fake4Key!', finds: ['Fake4Key!'] },
    {
      text: 'cmd.exe /C "cmdkey /add:`fakestore.file.core.windows.net` /user:`localhost\\\\fakestore` /pass:`Fakeu4TSAbaM+pqzSL5discmdVwDs9xOqXluo09mcd5P2424GWpcJ7VluycAlXTeo8WSTpyn9KZSfTj6AZatoc==`"',
      finds: ['`Fakeu4TSAbaM+pqzSL5discmdVwDs9xOqXluo09mcd5P2424GWpcJ7VluycAlXTeo8WSTpyn9KZSfTj6AZatoc==`'],
    },
    { text: 'cmdkey /add:srv01 /user:admin /pass:<password>', finds: [] },
    { text: 'cmdkey /list', finds: [] },
  ],
};

export default pattern;
