import { isUserinfo } from '../userinfo.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'command-line-password',
  title: 'Password on a command line (curl, wget, sshpass, plink and others)',
  system: 'server named in the command',
  severity: 'high',
  owner: 'the user; administrator of the server',
  lifetime: 'until changed',
  reset: {
    portal:
      "the server's user administration > the account > reset the password; look for the command in scripts and scheduled tasks",
  },
  proof: 'log of the server: sign-ins of the account by address',
  references: ['https://curl.se/docs/manpage.html', 'https://www.gnu.org/software/wget/manual/wget.html'],
  anchors: [
    'curl',
    'wget',
    'sshpass',
    'plink',
    'pscp',
    'smbclient',
    'ldapsearch',
    'lftp',
    '--password',
    'docker login',
    'psexec',
    'wmic',
    'svn ',
  ],
  expression:
    /(?<!\w)(?:(?:curl|lftp)[ \t][^\n|;]{0,200}?(?:-u[ \t]{0,2}|--(?:proxy-)?user[ \t=]|-U[ \t])["']?(?<account>[^\s:"']{1,80})[:,]|sshpass[ \t]{1,3}-p[ \t]{0,3}["']?|(?:wget|docker[ \t]login|svn)[ \t][^\n|;]{0,200}?--(?:http-|ftp-|proxy-)?password[= ]["']?|(?:plink|pscp|psftp)(?:\.exe)?[ \t][^\n|;]{0,160}?-pw[ \t]["']?|psexec\w{0,4}(?:\.exe)?[ \t][^\n|;]{0,120}?-p[ \t]["']?|ldapsearch[ \t][^\n|;]{0,200}?-w[ \t]{0,2}["']?|smbclient[ \t][^\n|;]{0,120}?-U[ \t]{0,2}["']?[^\s%"']{1,60}%)(?<secret>[^\s"'|<>]{3,100}?)(?=["'\s|<>]|$)/gi,
  reach: { before: 20, after: 420 },
  isSecret: isUserinfo,
  isGeneric: true,
  examples: [
    { text: '> curl -s -u anna:N0tR3al-Kran1ch https://files.corp.example/a.zip', finds: ['N0tR3al-Kran1ch'] },
    { text: "sshpass -p 'Kran1ch!nA4t' ssh root@10.0.0.7", finds: ['Kran1ch!nA4t'] },
    { text: 'wget --user=anna --password=N0tR3al4 https://files.corp.example/a.zip', finds: ['N0tR3al4'] },
    { text: 'plink -ssh root@10.0.0.7 -pw N0tR3al6', finds: ['N0tR3al6'] },
    { text: 'curl -u "$USER:$PASS" https://files.corp.example/', finds: [] },
    { text: 'sshpass -p <password> ssh root@host', finds: [] },
  ],
};

export default pattern;
