import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'putty-private-key',
  title: 'Private key of PuTTY',
  system: 'SSH servers',
  severity: 'critical',
  owner: 'the user; administrators of the servers',
  lifetime: 'until the public key is removed from every server',
  reset: {
    portal:
      'make another key with PuTTYgen, remove the old public key from every authorized_keys, source host and deployment',
    command: 'puttygen <file> -O public-openssh (shows the public key to look for)',
  },
  proof: 'sshd log: "Accepted publickey" with the fingerprint of the key, by address',
  references: ['https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html'],
  anchors: ['PuTTY-User-Key-File-'],
  expression:
    /PuTTY-User-Key-File-[23]: [^]{40,12000}?Private-Lines: \d{1,3}[>\s\\nr]{1,12}(?<secret>[A-Za-z0-9+/=>\s\\]{40,12000}?)(?=Private-(?:MAC|Hash):)/g,
  reach: { before: 2, after: 20000 },
  isSecret: (secret) => new Set(secret).size > 16,
  examples: [
    {
      text: '> PuTTY-User-Key-File-3: ssh-ed25519\n> Encryption: none\n> Comment: anna\n> Public-Lines: 2\n> N0tR3alTzah8DjXZP2J97JWLVReZUeta3BvAvaBqkjYVkHzoCEBcBfAFJ8nCMqc7\n> R2ixP8qbtiS3FtUJ\n> Private-Lines: 1\n> N0tR3alM5nHKULv5BSy5FCxWNGukb45V4nTS4gVPWdpUCm2N\n> Private-MAC: decafbad0a495ca16b830160318f2d3c4695731dca2f9d89a9c310f216a613c9',
      finds: ['N0tR3alM5nHKULv5BSy5FCxWNGukb45V4nTS4gVPWdpUCm2N\n> '],
    },
    { text: 'PuTTY-User-Key-File-3: is the first line of such a file', finds: [] },
  ],
};

export default pattern;
