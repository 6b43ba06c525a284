import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'power-automate-flow-url',
  title: 'URL that triggers a flow of Power Automate',
  system: 'Microsoft Power Automate',
  severity: 'high',
  owner: 'owner of the flow',
  lifetime: 'as long as the flow exists',
  reset: {
    portal:
      'Power Automate > My flows > the flow > Edit > trigger "When an HTTP request is received" > who can trigger: only users of the tenant; else save it as a new flow and delete the old one',
  },
  proof: 'run history of the flow; Purview audit: EditFlow, DeleteFlow',
  references: ['https://learn.microsoft.com/en-us/power-automate/oauth-authentication'],
  anchors: ['api.powerplatform.'],
  expression:
    /https:\/\/(?<host>[\w.-]{10,120}\.api\.(?:gov\.)?powerplatform\.(?:com|us|partner\.microsoftonline\.cn))(?::443)?\/powerautomate\/[^\s"'<>]{20,400}?[?&;]sig=(?<secret>[\w-]{43})(?![\w-])/gi,
  reach: { before: 140, after: 700 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'https://fa4e1111222243338444.05.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/fa4e189df190685bc5e7461af268bc80/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=FakeFh_mf3u95BCL5WZxllWKalN_z9ob3KJ2y9oa3Ak',
      finds: ['FakeFh_mf3u95BCL5WZxllWKalN_z9ob3KJ2y9oa3Ak'],
    },
    {
      text: 'https://make.powerautomate.com/environments/Default-fa4e4b95-ea56-432c-a040-033800cf3293/flows/fa4e3bbd-6b3a-49f0-a738-0825bfb68652',
      finds: [],
    },
  ],
};

export default pattern;
