import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

/** Words that stand in the place of the value in a manual, and what is a keyword of the next command. */
const isValue = (secret: string): boolean =>
  !isInvented(secret) &&
  !/^(?:\d|password|secret|key|string|community|encrypted|ro|rw|0x0|for|is|and|the|to|was|of|that|has|in|or|will)$/i.test(
    secret,
  );

const pattern: SecretPattern = {
  kind: 'cisco-ios-password',
  title: 'Password, community or key in the configuration of a Cisco device',
  system: 'Cisco IOS',
  severity: 'high',
  owner: 'network administrator',
  lifetime: 'until changed; type 7 and 0 are readable at once, type 5, 8 and 9 by guessing',
  reset: {
    portal:
      'on the device: configure terminal > the same line with another secret (algorithm-type scrypt), write memory; then the same on the AAA server and on all devices that share it',
    command: 'username <name> algorithm-type scrypt secret <new>',
  },
  proof: 'show archive log config all; AAA accounting; syslog %SYS-5-CONFIG_I and %SEC_LOGIN-5-LOGIN_SUCCESS',
  references: [
    'https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html',
    'https://media.defense.gov/2022/Feb/17/2002940795/-1/-1/1/CSI_CISCO_PASSWORD_TYPES_BEST_PRACTICES_20220217.PDF',
  ],
  anchors: [
    'enable secret',
    'enable password',
    'username ',
    'snmp-server community',
    'key-string',
    'tacacs-server ',
    'radius-server ',
    'isakmp key',
    'password 7',
    'key 7',
    'server-private',
    'password 0',
    'neighbor ',
  ],
  expression:
    /(?<![\w-])(?:enable (?:secret|password)(?: level \d{1,2})?|username (?<account>[\w.@-]{1,60})(?: privilege \d{1,2})? (?:algorithm-type \w{3,8} )?(?:secret|password)|snmp-server community|key-string|(?:tacacs|radius)-server (?:host (?<host>[\w.:-]{1,60}) )?[\w. -]{0,60}?key|crypto isakmp key|neighbor (?:[\w.:-]{2,45}) password|(?:password|key)(?= [07] ))(?: (?<type>[05-9]) | )(?<secret>[^\s"'<>]{3,160})(?<![.,;])/gi,
  reach: { before: 120, after: 260 },
  isSecret: (secret, groups) =>
    isValue(secret) &&
    (groups['type'] !== undefined
      ? groups['type'] !== '7' || /^(?:[0-5]\d)(?:[0-9a-f]{2}){2,60}$/i.test(secret)
      : /\d|^[a-z]{4,20}$/i.test(secret)),
  examples: [
    { text: '> enable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0', finds: ['$1$mERr$hx5rVt7rPNoS4wqbXKX7m0'] },
    { text: '> username admin privilege 15 password 7 0822455D0A16', finds: ['0822455D0A16'] },
    { text: 'snmp-server community Kran1ch4 RO', finds: ['Kran1ch4'] },
    { text: 'crypto isakmp key N0tR3al-Kran1ch address 203.0.113.7', finds: ['N0tR3al-Kran1ch'] },
    { text: 'tacacs-server host 10.0.0.9 key 7 0822455D0A16544541', finds: ['0822455D0A16544541'] },
    { text: 'enable secret is better than enable password', finds: [] },
    { text: 'username and password for the router', finds: [] },
  ],
};

export default pattern;
