import { isAssigned } from '../assigned.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'radius-shared-secret',
  title: 'Shared secret of a RADIUS client',
  system: 'RADIUS',
  severity: 'high',
  owner: 'network administrator',
  lifetime: 'until changed',
  reset: {
    portal:
      'RADIUS server > clients > the client > another shared secret, then the same on the device; NPS: RADIUS Clients and Servers > RADIUS Clients > Properties',
    command: 'netsh nps set client name=<client> sharedsecret=<new>',
  },
  proof: 'log of the RADIUS server: requests dropped for an invalid authenticator',
  references: [
    'https://learn.microsoft.com/en-us/windows-server/networking/technologies/nps/nps-radius-clients-configure',
    'https://wiki.freeradius.org/config/Shared-secret',
  ],
  anchors: ['radius', 'shared secret', 'sharedsecret', 'testing123'],
  expression:
    /(?:radius[_. -]?(?:server[_. -]?)?(?:shared[_. -]?)?(?:secret|key)|shared[_ ]?secret|(?<![a-z_-])secret(?<=client [\w./-]{1,60} \{[^}]{0,160}secret))(?<sign>["']?[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["']?)(?<secret>[^\s"'<>;]{4,100}?)(?=["'<>\s,;]|[.]?(?:\s|$))/gi,
  isSecret: isAssigned,
  examples: [
    { text: '> RADIUS_SECRET=N0tR3al-Kran1ch', finds: ['N0tR3al-Kran1ch'] },
    { text: 'sharedsecret = "Kran1ch!nA4t"', finds: ['Kran1ch!nA4t'] },
    { text: 'shared secret: please agree one', finds: [] },
  ],
};

export default pattern;
