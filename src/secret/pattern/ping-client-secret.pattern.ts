import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'ping-client-secret',
  title: 'Client secret of PingOne or PingFederate',
  system: 'Ping Identity',
  severity: 'critical',
  owner: 'administrator of the Ping environment',
  lifetime: 'until rotated',
  reset: {
    portal:
      'PingOne > Applications > the application > Overview > Generate New Secret; PingFederate > OAuth Clients > the client > Change Secret',
  },
  proof: 'PingOne > Monitoring > Audit: SECRET.UPDATED; token issues by the client id',
  references: ['https://docs.pingidentity.com/pingone/applications/p1_edit_application_oidc.html'],
  anchors: ['pingone', 'pingfederate', 'pingidentity'],
  expression:
    /ping(?:one|federate|identity)[^]{0,120}?client[_ -]?secret["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[\w~.-]{32,86}[\w~-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: 'PINGONE_CLIENT_SECRET=N0tR3alhPVU4HnTHybwJMra3p9qaKJWodcqvAyYanvq6DHi3Y7xVoUBw3MbxUYgd',
      finds: ['N0tR3alhPVU4HnTHybwJMra3p9qaKJWodcqvAyYanvq6DHi3Y7xVoUBw3MbxUYgd'],
    },
    { text: 'pingone client secret: generate one', finds: [] },
  ],
};

export default pattern;
