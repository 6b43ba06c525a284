import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mikrotik-password',
  title: 'Password or key in a MikroTik export',
  system: 'MikroTik RouterOS',
  severity: 'high',
  owner: 'network administrator',
  lifetime: 'until changed',
  reset: {
    portal:
      'RouterOS > System > Users > the user > Password; keys: Wireless > Security Profiles, IP > IPsec > Identities, PPP > Secrets',
    command: '/user set <name> password=<new>',
  },
  proof: 'RouterOS > Log (system, account): user logged in, password changed',
  references: ['https://help.mikrotik.com/docs/spaces/ROS/pages/8978504/User'],
  anchors: [
    '/user ',
    '/ppp secret',
    '/interface wireless',
    '/interface wifi',
    '/ip ipsec',
    '/interface l2tp',
    'wpa2-pre-shared-key',
    'ipsec-secret',
  ],
  expression:
    /(?:\/(?:user|ppp secret|interface (?:wireless|wifi|l2tp)|ip ipsec|snmp)[^]{0,160}?(?<![\w-])(?:password|secret|passphrase|wpa2?-pre-shared-key|ipsec-secret)=|wpa2?-pre-shared-key=)"?(?<secret>[^\s"<>]{4,80})/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: '> /ppp secret add name=anna password=N0tR3al4 service=l2tp', finds: ['N0tR3al4'] },
    {
      text: '/interface wireless security-profiles set default wpa2-pre-shared-key="Kran1ch!nA4t"',
      finds: ['Kran1ch!nA4t'],
    },
    { text: '/user print where password is empty', finds: [] },
  ],
};

export default pattern;
