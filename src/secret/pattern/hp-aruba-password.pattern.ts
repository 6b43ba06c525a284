import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'hp-aruba-password',
  title: 'Password or key in the configuration of an HPE or Aruba device',
  system: 'HPE Aruba',
  severity: 'high',
  owner: 'network administrator',
  lifetime: 'until changed',
  reset: {
    portal:
      'on the switch: password manager user-name <name> (AOS-S) or user <name> password (AOS-CX); on the controller: mgmt-user, wlan ssid-profile, aaa authentication-server',
    command: 'password manager user-name <name> plaintext <new>',
  },
  proof: 'show logging, show accounting log; Aruba Central > Audit Trail',
  references: ['https://arubanetworking.hpe.com/techdocs/AOS-CX/10.13/HTML/security_83xx/'],
  anchors: [
    'password manager',
    'password operator',
    'mgmt-user',
    'wpa-passphrase',
    'ciphertext',
    'plaintext ',
    'password simple',
    'password cipher',
    'password hash',
    'local-user',
  ],
  expression:
    /(?<![\w-])(?:password (?:manager|operator)(?: user-name "?[\w.-]{1,40}"?)? (?:sha1|sha256|plaintext)|mgmt-user "?[\w.-]{1,40}"? [\w-]{1,30}|wpa-passphrase|(?:password|key|auth-pass|priv-pass|community)(?: \w{3,12})? (?:ciphertext|plaintext|simple|cipher|hash))[ \t]"?(?<secret>[^\s"<>]{6,200})/g,
  isSecret: (secret) => /\d/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: '> password manager user-name "admin" sha1 decafbad1bc29b36f623ba82aaf6724fd3b16718',
      finds: ['decafbad1bc29b36f623ba82aaf6724fd3b16718'],
    },
    {
      text: 'user admin group administrators password ciphertext AQBapN0tR3alKran1ch4YgAAAEkr',
      finds: ['AQBapN0tR3alKran1ch4YgAAAEkr'],
    },
    { text: 'wpa-passphrase N0tR3al-Kran1ch4', finds: ['N0tR3al-Kran1ch4'] },
    { text: 'the password manager keeps them', finds: [] },
  ],
};

export default pattern;
