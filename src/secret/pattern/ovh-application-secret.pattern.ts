import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'ovh-application-secret',
  title: 'Application secret or consumer key of OVHcloud',
  system: 'OVHcloud',
  severity: 'critical',
  owner: 'owner of the account',
  lifetime: 'consumer key as it was made, up to never',
  reset: {
    portal: 'OVHcloud manager > Identity and access > API keys > delete',
    command: 'DELETE /me/api/application/{applicationId} of the OVHcloud API',
  },
  proof: 'GET /me/api/logs/self, /me/api/credential',
  references: [
    'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api?id=kb_article_view&sysparm_article=KB0042777',
  ],
  anchors: ['application_secret', 'consumer_key', 'OVH_'],
  expression:
    /(?:OVH_(?:APPLICATION_SECRET|CONSUMER_KEY)|(?<=ovh[\s\S]{0,200})\b(?:application_secret|consumer_key))["']?\s{0,3}[:=]\s{0,3}["'<]?(?<secret>[A-Za-z0-9]{32})(?![\w-])/gi,
  reach: { before: 220, after: 120 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: '[ovh-eu]\napplication_key=FakeXvraSt2PGyJf\napplication_secret=Fakehs2c11HDAhJej1Dj3oxRMeiu1Fmy\nconsumer_key=FakeWO15Ug4zTQs3w2Fppdvc1DEqAyly',
      finds: ['Fakehs2c11HDAhJej1Dj3oxRMeiu1Fmy', 'FakeWO15Ug4zTQs3w2Fppdvc1DEqAyly'],
    },
    { text: 'OVH_APPLICATION_SECRET=<secret>', finds: [] },
  ],
};

export default pattern;
