import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'remote-control-password',
  title: 'Id and password of a remote control session (TeamViewer, AnyDesk, RustDesk, VNC)',
  system: 'remote control software',
  severity: 'high',
  owner: 'the user of the device; service desk',
  lifetime: 'session password until the program starts again; permanent password until changed',
  reset: {
    portal:
      'on the device: TeamViewer > Extras > Options > Security > new personal password; AnyDesk > Settings > Security > Unattended access > change and clear tokens; VNC server > options > password',
    command: 'echo <new> | anydesk.exe --set-password',
  },
  proof:
    'TeamViewer Connections_incoming.txt and Management Console event log; AnyDesk connection_trace.txt and ad_svc.trace; log of the VNC server',
  references: [
    'https://www.teamviewer.com/en/global/support/knowledge-base/',
    'https://support.anydesk.com/docs/security-settings',
  ],
  anchors: ['teamviewer', 'anydesk', 'rustdesk', 'vnc'],
  expression:
    /(?:(?:teamviewer|anydesk|rustdesk)[^\n]{0,30}?(?:id)?[^]{0,20}?(?<account>\d{3}[ ]?\d{3}[ ]?\d{3,4})[^]{0,30}?|(?:teamviewer|anydesk|rustdesk|vnc)[ _.-]?(?:server[ _.-]?)?)(?:password|passwd|pwd|passwort|kennwort|mot de passe|contrase\u00F1a|pass|pw)(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)(?<secret>[^\s"'<>,;]{4,40}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  isSecret: (secret, groups) => isAssigned(secret, groups),
  examples: [
    { text: '> TeamViewer ID: 123 456 789 Password: n0t4r3', finds: ['n0t4r3'] },
    { text: 'VNC_PASSWORD=N0tR3al4', finds: ['N0tR3al4'] },
    { text: '> AnyDesk 987654321, Passwort: Kran1ch!nA4t.', finds: ['Kran1ch!nA4t'] },
    { text: 'TeamViewer password: see the sticker', finds: [] },
  ],
};

export default pattern;
