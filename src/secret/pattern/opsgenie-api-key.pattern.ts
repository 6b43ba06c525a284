import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'opsgenie-api-key',
  title: 'API key of Opsgenie',
  system: 'Opsgenie',
  severity: 'high',
  owner: 'owner of the Opsgenie integration',
  lifetime: 'until deleted',
  reset: {
    portal: 'Opsgenie > Settings > API key management (or Integrations > the integration) > delete or regenerate',
  },
  proof: 'Opsgenie > Settings > Logs',
  references: ['https://support.atlassian.com/opsgenie/docs/api-key-management/'],
  anchors: ['opsgenie', 'geniekey'],
  expression:
    /(?:opsgenie[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}|geniekey )(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Authorization: GenieKey decafbad-bf18-485e-a732-40f32a08e020',
      finds: ['decafbad-bf18-485e-a732-40f32a08e020'],
    },
    {
      text: '> OPSGENIE_API_KEY=decafbad-062a-4d5f-a4d7-0831529274ce.',
      finds: ['decafbad-062a-4d5f-a4d7-0831529274ce'],
    },
    { text: 'Opsgenie alert decafbad-b84a-4b0b-a4d6-79ec62e9c636', finds: [] },
  ],
};

export default pattern;
