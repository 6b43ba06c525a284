import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'stored-session-password',
  title: 'Password saved by a client (FileZilla, WinSCP, mRemoteNG, RDCMan, Remmina, SecureCRT)',
  system: 'server that the client connects to',
  severity: 'high',
  owner: 'the user; administrator of the server',
  lifetime: 'until changed; what such clients store is readable with little work',
  reset: {
    portal: "the server's user administration > the account > reset the password; then delete the saved session",
  },
  proof: 'log of the server: sign-ins of the account by address',
  references: [
    'https://wiki.filezilla-project.org/Logging_In',
    'https://winscp.net/eng/docs/security_credentials',
    'https://mremoteng.readthedocs.io/en/latest/',
  ],
  anchors: ['<pass', 'password=', '<password>', 'password v2'],
  expression:
    /(?:<Pass(?: encoding="base64")?>|\[Sessions\\[^\]]{1,120}\][^[]{0,400}?Password=|<Node Name="[^"]{1,80}"[^>]{0,400}?(?:Username="(?<account>[^"]{0,60})"[^>]{0,200}?)?(?<!\w)Password="|<logonCredentials[^]{0,300}?<password>|S:"Password V2"=0[23]:)(?<secret>[^\s"'<>]{4,400})/g,
  reach: { before: 460, after: 460 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '> <Host>ftp.corp.example</Host>\n> <User>upload</User>\n> <Pass encoding="base64">TjB0UjNhbC1LcmFuMWNo</Pass>',
      finds: ['TjB0UjNhbC1LcmFuMWNo'],
    },
    {
      text: '[Sessions\\\\root@srv07]\nHostName=srv07\nPassword=A35C4F5B0A1B2C3D4E5F60718293A4B5',
      finds: ['A35C4F5B0A1B2C3D4E5F60718293A4B5'],
    },
    {
      text: '<Node Name="srv07" Type="Connection" Username="root" Domain="" Password="TjB0UjNhbEtyYW4xY2hOMHRSM2FsS3JhbjFjaDQ1"',
      finds: ['TjB0UjNhbEtyYW4xY2hOMHRSM2FsS3JhbjFjaDQ1'],
    },
    {
      text: '<logonCredentials inherit="None"><userName>anna</userName><password>AQAAANCMnd8BFdERjHoAwEN0tR3algSZYNkP4RAWU9SFGX3rauLz</password>',
      finds: ['AQAAANCMnd8BFdERjHoAwEN0tR3algSZYNkP4RAWU9SFGX3rauLz'],
    },
    { text: '<Pass></Pass>', finds: [] },
    { text: '<label>Password=</label>', finds: [] },
  ],
};

export default pattern;
