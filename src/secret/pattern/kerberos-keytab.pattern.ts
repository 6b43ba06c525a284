import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

// One entry: two components of a principal of FAKE.LOCAL, a time, a key of 32 bytes.
const keytab = Buffer.concat([
  Buffer.from([5, 2, 0, 0, 0, 74, 0, 2, 0, 10]),
  Buffer.from(
    'FAKE.LOCAL\0\u0004HTTP\0\u0008web.fake\0\0\0\u0001fake\u0003\0\u0012\0 Fake-Fake-key-of-32-bytes-Fake-1',
  ),
]).toString('base64');

const pattern: SecretPattern = {
  kind: 'kerberos-keytab',
  title: 'Kerberos keytab in base64',
  system: 'Active Directory, Unix hosts joined to it',
  severity: 'critical',
  owner: 'owner of the service account',
  lifetime: 'until the password of the account is changed',
  reset: {
    portal: 'reset the password of the account (with a new key version) and make the keytab anew',
    command:
      'ktpass -princ <service>/<host>@<REALM> -mapuser <account> -crypto AES256-SHA1 -ptype KRB5_NT_PRINCIPAL -pass * -out <file>',
  },
  proof: 'msDS-KeyVersionNumber and pwdLastSet of the account; event 4768 from other hosts',
  references: ['https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/ktpass'],
  anchors: ['BQIAAA'],
  // Version 5.2, then the length of the first entry in four bytes.
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>BQIAAA[A-Za-z0-9+/]{2}[A-Za-z0-9+/]{52,6000}={0,2}(?:\r?\n[A-Za-z0-9+/]{60,76}(?![A-Za-z0-9+/=])){0,300}(?:\r?\n[A-Za-z0-9+/]{2,76}={1,2})?)/g,
  reach: { before: 4, after: 6200 },
  isSecret: (secret) =>
    !isInvented(secret.slice(8)) && /[A-Z]{3}/.test(Buffer.from(secret, 'base64').toString('latin1')),
  examples: [
    { text: `keytab (base64): ${keytab}`, finds: [keytab] },
    { text: 'BQIAAAshort', finds: [] },
    { text: 'BQIAAAUJWM', finds: [] },
  ],
};

export default pattern;
