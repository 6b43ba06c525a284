import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'juniper-secret',
  title: 'Password or key in the configuration of a Juniper device',
  system: 'Juniper Junos',
  severity: 'high',
  owner: 'network administrator',
  lifetime: 'until changed; $9$ is readable at once',
  reset: {
    portal:
      'on the device: set system login user <name> authentication plain-text-password (or the statement that holds the key), commit; then on all devices that share it',
    command: 'set system login user <name> authentication plain-text-password',
  },
  proof: 'show system commit; syslog UI_CFG_AUDIT_SET and LOGIN_INFORMATION',
  references: [
    'https://www.juniper.net/documentation/us/en/software/junos/user-access/topics/topic-map/user-access-root-password.html',
    'https://www.juniper.net/documentation/us/en/software/junos/cli/topics/topic-map/junos-cli-hiding-passwords.html',
  ],
  anchors: ['$9$', '$8$', 'encrypted-password'],
  expression:
    /(?<![\w$])(?:encrypted-password[ \t]{1,3}"?(?=\$[156]\$))?(?<secret>\$9\$[A-Za-z0-9./-]{4,160}|\$8\$aes256-gcm\$[\w$+/=-]{30,200}|(?<=encrypted-password[ \t]{1,3}"?)\$[156]\$[\w./$]{20,120})(?<![.])(?![\w])/g,
  reach: { before: 30, after: 220 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 3,
  examples: [
    {
      text: '> secret "$9$h8Bcrvx7Vw2oGDkmT3tpBIEyKMX7Vwgo"; ## SECRET-DATA',
      finds: ['$9$h8Bcrvx7Vw2oGDkmT3tpBIEyKMX7Vwgo'],
    },
    {
      text: 'encrypted-password "$6$n0tR3al4$N0tR3alKran1chN0tR3alKran1chN0tR3al.Kran1chN0tR3al5";',
      finds: ['$6$n0tR3al4$N0tR3alKran1chN0tR3alKran1chN0tR3al.Kran1chN0tR3al5'],
    },
    { text: 'the price was $9$', finds: [] },
  ],
};

export default pattern;
