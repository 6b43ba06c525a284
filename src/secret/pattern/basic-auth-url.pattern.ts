import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'basic-auth-url',
  title: 'Address with user name and password',
  system: 'web or file server',
  severity: 'high',
  owner: 'the user; administrator of the server',
  lifetime: 'until changed',
  reset: {
    portal: "the server's user administration > the account > reset the password; look for the same password elsewhere",
  },
  proof: 'access log of the server: requests by the user name and address',
  references: ['https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1', 'https://www.rfc-editor.org/rfc/rfc7617'],
  anchors: [
    'http://',
    'https://',
    'ftp://',
    'ftps://',
    'sftp://',
    'ssh://',
    'scp://',
    'smb://',
    'cifs://',
    'ldap://',
    'ldaps://',
    'socks5://',
    'socks://',
    'vnc://',
    'rdp://',
    'telnet://',
    'svn://',
    'git://',
    'rsync://',
    'webdav://',
    'webdavs://',
    'dav://',
    'davs://',
    'rtsp://',
    'ws://',
    'wss://',
  ],
  expression:
    /(?:https?|ftps?|sftp|ssh|scp|smb|cifs|ldaps?|socks5?h?|vnc|rdp|telnet|svn(?:\+ssh)?|git|rsync|webdavs?|davs?|rtsp|wss?):\/\/(?<account>[^\s:@/?#"'<>]{1,80}):(?<secret>[^\s/?#"'<>]{1,200})@(?<host>[\w.:[\]-]{0,199}[\w\]])/gi,
  isSecret: isUserinfo,
  isGeneric: true,
  examples: [
    { text: '> download: https://anna:N0tR3al-Kran1ch@files.corp.example/export.zip.', finds: ['N0tR3al-Kran1ch'] },
    { text: '<ftp://upload:Kran1ch!nA4t@ftp.corp.example>', finds: ['Kran1ch!nA4t'] },
    { text: 'https://user:password@example.com/', finds: [] },
    { text: 'https://files.corp.example:8443/a@b', finds: [] },
    { text: 'http://<user>:<password>@host/', finds: [] },
  ],
};

export default pattern;
