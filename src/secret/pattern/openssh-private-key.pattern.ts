import { isArmour } from '../armour.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'openssh-private-key',
  title: 'Private key of OpenSSH',
  system: 'SSH servers',
  severity: 'critical',
  owner: 'the user; administrators of the servers',
  lifetime: 'until the public key is removed from every server',
  reset: {
    portal:
      'make another key (ssh-keygen -t ed25519), remove the old public key from every authorized_keys, source host and deployment',
    command: 'ssh-keygen -y -f <key> (shows the public key to look for)',
  },
  proof: 'sshd log: "Accepted publickey" with the fingerprint of the key, by address',
  references: ['https://man.openbsd.org/ssh-keygen.1'],
  anchors: ['BEGIN OPENSSH PRIVATE KEY', 'BEGIN SSH2 ENCRYPTED PRIVATE KEY'],
  expression:
    /-----BEGIN OPENSSH PRIVATE KEY-----(?<secret>(?:[^-]|-(?!-)){60,20000})-----END OPENSSH PRIVATE KEY-----/g,
  reach: { before: 8, after: 20100 },
  isSecret: (secret) => isArmour(secret),
  examples: [
    {
      text: '> -----BEGIN OPENSSH PRIVATE KEY-----\n> b3BlbnNzaC1rZXktdjEAN0tR3aldhTi4d7sc6LvagLMiLbT4jmnGcscHVW8fc98d\n> N0tR3alBc86sxJwXgxaGrToVi3Dr8o7jBWVrXE7rzMydyVeYyRMPYHDSoT5vujKT\n> -----END OPENSSH PRIVATE KEY-----',
      finds: [
        '\n> b3BlbnNzaC1rZXktdjEAN0tR3aldhTi4d7sc6LvagLMiLbT4jmnGcscHVW8fc98d\n> N0tR3alBc86sxJwXgxaGrToVi3Dr8o7jBWVrXE7rzMydyVeYyRMPYHDSoT5vujKT\n> ',
      ],
    },
    { text: '-----BEGIN OPENSSH PRIVATE KEY-----\n...\n-----END OPENSSH PRIVATE KEY-----', finds: [] },
  ],
};

export default pattern;
