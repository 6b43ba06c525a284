import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'auth0-secret',
  title: 'Client secret or management API credential of Auth0',
  system: 'Auth0',
  severity: 'critical',
  owner: 'owner of the Auth0 tenant',
  lifetime: 'until rotated; management API token 24 hours',
  reset: {
    portal: 'Auth0 Dashboard > Applications > the application > Settings > Rotate (Client secret)',
    command: 'auth0 apps update <client id>, or POST /api/v2/clients/<client id>/rotate-secret',
  },
  proof: 'Auth0 logs: type sapi "Rotate a client secret"; seccft (client credentials) by client id and address',
  references: ['https://auth0.com/docs/get-started/applications/rotate-client-secret'],
  anchors: ['auth0'],
  expression:
    /auth0[^]{0,160}?(?:client[_ -]?secret|mgmt[_ -]?secret|management[_ -]?(?:client[_ -]?)?secret)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[\w-]{48,66})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: 'AUTH0_CLIENT_SECRET=N0tR3alXcj4uNuDPcrvJ6U9M6nBUNLByaN27FNmntQdvmJ9XK4wcLY8CSX4cSUfk',
      finds: ['N0tR3alXcj4uNuDPcrvJ6U9M6nBUNLByaN27FNmntQdvmJ9XK4wcLY8CSX4cSUfk'],
    },
    {
      text: '> AUTH0_DOMAIN=corp.eu.auth0.com\n> client_secret: N0tR3alDCbfk9okhJjd7bLJqWpxAqj6cnMz8MySP4dAk5HaN5U75ErDVspSiBgNP.',
      finds: ['N0tR3alDCbfk9okhJjd7bLJqWpxAqj6cnMz8MySP4dAk5HaN5U75ErDVspSiBgNP'],
    },
    { text: 'auth0 client secret: c0a693f2f3a34f9450f8', finds: [] },
  ],
};

export default pattern;
