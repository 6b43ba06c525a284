import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'snmp-v3-password',
  title: 'Password of an SNMP version 3 user',
  system: 'SNMP',
  severity: 'medium',
  owner: 'network administrator',
  lifetime: 'until changed',
  reset: {
    portal:
      'on every agent: set other authentication and privacy passwords for the user; then in the monitoring system',
    command: 'snmpusm -v3 … passwd <old> <new>',
  },
  proof: 'log of the agents (authentication failures); monitoring system reaches all devices again',
  references: ['https://www.rfc-editor.org/rfc/rfc3414', 'https://net-snmp.sourceforge.io/docs/man/snmpusm.html'],
  anchors: ['snmp', 'createuser'],
  expression:
    /(?<!\w)(?:createUser (?<account>[\w.-]{1,40}) (?:MD5|SHA(?:-?\d{3})?)|snmp\w{3,9}[ \t][^\n]{0,120}?-A|snmp-server user [\w.-]{1,40} [\w.-]{1,40} v3 (?:encrypted )?auth (?:md5|sha[\w-]{0,6})|snmp[\w. -]{0,20}(?:auth|priv)[\w -]{0,10}(?:pass(?:word|phrase)?|key)["']?[ \t]{0,3}[:=])[ \t]{1,3}["']?(?<secret>[^\s"'<>]{8,100})(?<![.,;])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: '> createUser monitor SHA "N0tR3al-Kran1ch" AES', finds: ['N0tR3al-Kran1ch'] },
    { text: 'snmpwalk -v3 -u monitor -l authPriv -a SHA -A Kran1ch!nA4t 10.0.0.7', finds: ['Kran1ch!nA4t'] },
    { text: 'snmp auth password: <password>', finds: [] },
  ],
};

export default pattern;
