import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'ldap-bind-password',
  title: 'Password of an LDAP bind account',
  system: 'LDAP directory',
  severity: 'high',
  owner: 'owner of the service account',
  lifetime: 'until changed',
  reset: {
    portal: 'the directory > the bind account > reset the password, then enter it in every system that binds with it',
    command: 'ldappasswd -D <admin dn> -W -S <bind dn>',
  },
  proof: 'log of the directory server: BIND of the account by address; Windows event 4624 or 2889',
  references: ['https://www.openldap.org/doc/admin26/security.html', 'https://linux.die.net/man/5/sssd-ldap'],
  anchors: [
    'bindpw',
    'bind_pw',
    'bindpass',
    'bind_pass',
    'ldap_default_authtok',
    'ldap_',
    'ldap.',
    'rootpw',
    'olcrootpw',
    'bindcredential',
  ],
  expression:
    /(?:(?<![a-z])(?:bind_?p(?:w|ass(?:word|wd)?)|(?:olc)?rootpw|ldap_default_authtok|bind_?credentials?|ldap[_.](?:\w{1,20}[_.])?(?:bind[_.-]?)?(?:password|passwd|pass|pw|secret))(?:(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)|(?<quote>[ \t]{1,12}["']?)))(?<secret>[^\s"'<>]{4,100}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  isSecret: (secret, groups) =>
    groups['sign'] === undefined ? isAssigned(secret, { ...groups, sign: '' }) : isAssigned(secret, groups),
  examples: [
    { text: '> binddn cn=reader,dc=corp,dc=example\n> bindpw N0tR3al-Kran1ch\n', finds: ['N0tR3al-Kran1ch'] },
    { text: 'LDAP_BIND_PASSWORD=Kran1ch!nA4t', finds: ['Kran1ch!nA4t'] },
    { text: 'ldap_default_authtok = N0tR3al5', finds: ['N0tR3al5'] },
    { text: 'bindpw secret', finds: [] },
  ],
};

export default pattern;
