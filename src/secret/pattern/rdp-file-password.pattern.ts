import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'rdp-file-password',
  title: 'Password in a file of Remote Desktop',
  system: 'Windows Remote Desktop',
  severity: 'high',
  owner: 'user of the account in the file',
  lifetime: 'until the password is changed',
  reset: {
    portal:
      'reset the password of the account; only the Windows profile that saved it can decrypt the value (DPAPI), so look whether that profile is in strange hands, too',
    command: 'Set-ADAccountPassword -Identity <account> -Reset',
  },
  proof: 'pwdLastSet of the account; event 4624 with logon type 10 on the host',
  references: ['https://learn.microsoft.com/en-us/windows-server/remote/remote-desktop-services/clients/rdp-files'],
  anchors: ['password 51:b:'],
  expression: /password 51:b:(?<secret>[0-9A-F]{64,2000})/gi,
  reach: { before: 4, after: 2100 },
  examples: [
    {
      text: 'full address:s:srv01.fake.local\nusername:s:FAKE\\\\admin\npassword 51:b:01000000D08C9DDF0115D1118C7A00C04FC297EBFA4E157C3DFE4DD9ED4DCA69CD55BCD078E0192B05E8525F57FC73AD55897E0BE7E8D6FE7EEB3DF6',
      finds: [
        '01000000D08C9DDF0115D1118C7A00C04FC297EBFA4E157C3DFE4DD9ED4DCA69CD55BCD078E0192B05E8525F57FC73AD55897E0BE7E8D6FE7EEB3DF6',
      ],
    },
    { text: 'password 51:b: is left out', finds: [] },
    { text: 'prompt for credentials:i:1', finds: [] },
  ],
};

export default pattern;
