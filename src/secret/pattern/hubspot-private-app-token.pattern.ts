import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'hubspot-private-app-token',
  title: 'Access token of a HubSpot private app',
  system: 'HubSpot',
  severity: 'high',
  owner: 'super admin of the HubSpot account',
  lifetime: 'until rotated',
  reset: {
    portal:
      'HubSpot > Settings > Integrations > Private Apps (Legacy Apps) > the app > Auth > Rotate > Rotate and expire this token now',
  },
  proof: 'private app > Logs (calls with it); Settings > Account > Audit logs',
  references: ['https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview'],
  anchors: ['pat-'],
  expression:
    /(?<![\w-])(?<secret>pat-(?:na|eu|ap)\d-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/gi,
  reach: { before: 2, after: 52 },
  isSecret: (secret) => !isInvented(secret),
  shownCharacters: 8,
  examples: [
    {
      text: '> HUBSPOT_TOKEN=pat-eu1-decafbad-9683-4a78-a67c-8686a50f6568.',
      finds: ['pat-eu1-decafbad-9683-4a78-a67c-8686a50f6568'],
    },
    { text: 'pat-na1-00000000-0000-0000-0000-000000000000', finds: [] },
  ],
};

export default pattern;
