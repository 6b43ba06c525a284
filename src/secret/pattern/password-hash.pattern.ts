import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'password-hash',
  title: 'Hash of a password (htpasswd, shadow, crypt, bcrypt, Argon2)',
  system: 'server or application',
  severity: 'medium',
  owner: 'the user; administrator of the server',
  lifetime: 'until changed; weak passwords are guessed from it in hours',
  reset: {
    portal:
      "the server's user administration > the account > reset the password, as if it were known; look for the same hash elsewhere",
    command: 'passwd <user>, htpasswd <file> <user>',
  },
  proof: 'chage -l <user> (last password change); last, journalctl _COMM=sshd for sign-ins',
  references: [
    'https://man7.org/linux/man-pages/man5/crypt.5.html',
    'https://httpd.apache.org/docs/2.4/misc/password_encryptions.html',
  ],
  anchors: [
    '$1$',
    '$2a$',
    '$2b$',
    '$2y$',
    '$5$',
    '$6$',
    '$7$',
    '$y$',
    '$gy$',
    '$apr1$',
    '$argon2',
    '{SSHA',
    '{SHA}',
    '$P$',
    'pbkdf2_sha256$',
    '$scrypt$',
    'scrypt:',
  ],
  // The user before it, as shadow and htpasswd have it; a hash that stands alone counts, too.
  expression:
    /(?:(?<![\w.@-])(?<account>[\w.@-]{1,40}):)?(?<![\w$])(?<secret>\$(?:1|apr1)\$[./\w]{1,8}\$[./A-Za-z0-9]{22}|\$2[abxy]\$\d{2}\$[./A-Za-z0-9]{53}|\$5\$(?:rounds=\d{4,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43}|\$6\$(?:rounds=\d{4,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{86}|\$g?y\$[./A-Za-z0-9]{1,10}\$[./A-Za-z0-9]{1,64}\$[./A-Za-z0-9]{43}|\$7\$[./A-Za-z0-9]{11,80}\$[./A-Za-z0-9]{43}|\$argon2(?:id|i|d)\$v=\d{1,3}\$m=\d{1,8},t=\d{1,4},p=\d{1,3}\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{22,128}|\{S?SHA(?:256|384|512)?\}[A-Za-z0-9+/]{27,120}={0,2}|\$P\$[./A-Za-z0-9]{31}|pbkdf2_sha(?:256|1)\$\d{3,8}\$[A-Za-z0-9]{8,44}\$[A-Za-z0-9+/]{26,44}=?|scrypt:\d{4,7}:\d{1,3}:\d{1,3}\$[A-Za-z0-9]{8,32}\$[0-9a-f]{128})(?![\w/=+])/g,
  reach: { before: 60, after: 300 },
  isSecret: (secret) => new Set(secret).size > 14,
  examples: [
    {
      text: '> root:$6$n0tr3al4$N0tR3alYPqGaKFYv3TbvEya85RmtSBShVWCPkfMbmFQNkdLSqBSNfeqNXrN98DP3RcLcRAPcaTQjKoaftC4QLQ:19700:0:99999:7:::',
      finds: ['$6$n0tr3al4$N0tR3alYPqGaKFYv3TbvEya85RmtSBShVWCPkfMbmFQNkdLSqBSNfeqNXrN98DP3RcLcRAPcaTQjKoaftC4QLQ'],
    },
    { text: 'anna:$apr1$n0tr3al4$N0tR3alVSWzEcNJNPGT5jb', finds: ['$apr1$n0tr3al4$N0tR3alVSWzEcNJNPGT5jb'] },
    {
      text: '$2y$10$N0tR3alEKUG2yA6xAXrA5q8jRVP78NMa9d9ajgDEFPGTrYrTUAQhQ',
      finds: ['$2y$10$N0tR3alEKUG2yA6xAXrA5q8jRVP78NMa9d9ajgDEFPGTrYrTUAQhQ'],
    },
    {
      text: '$argon2id$v=19$m=65536,t=3,p=4$TjB0UjNhbEtyYW4$TjB0UjNhbEtyYW4xY2hOMHRSM2FsS3JhbjFjaA',
      finds: ['$argon2id$v=19$m=65536,t=3,p=4$TjB0UjNhbEtyYW4$TjB0UjNhbEtyYW4xY2hOMHRSM2FsS3JhbjFjaA'],
    },
    { text: 'it costs $5$ or $6$ in the shop', finds: [] },
  ],
};

export default pattern;
