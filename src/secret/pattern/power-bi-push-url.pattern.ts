import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'power-bi-push-url',
  title: 'URL for pushing rows to a dataset of Power BI',
  system: 'Microsoft Power BI',
  severity: 'medium',
  owner: 'owner of the dataset',
  lifetime: 'as long as the dataset exists',
  reset: {
    portal:
      'Power BI > the workspace > the streaming dataset > delete and make anew; the key in the URL cannot be changed',
  },
  proof: 'Power BI activity log: DeleteDataset, CreateDataset',
  references: ['https://learn.microsoft.com/en-us/power-bi/connect-data/service-real-time-streaming'],
  anchors: ['api.powerbi.'],
  expression:
    /https:\/\/(?<host>api\.powerbi(?:gov)?\.(?:com|us|cn))\/beta\/[0-9a-f-]{36}\/datasets\/(?<account>[0-9a-f-]{36})\/rows\?[^\s"'<>]{0,200}?key=(?<secret>[\w%+/-]{40,160}={0,2})/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'https://api.powerbi.com/beta/fa4ed632-74aa-4b83-a504-735f406d1d92/datasets/fa4e2b6d-5a99-4701-a965-77141916876f/rows?experience=power-bi&key=FakeP0y2VKHn2roR1U2YGq0dZVMiIkRP3URCBimUoOphKW9aCHaxGv3IlBMB38MzCpL3ZJvM5EkTAzgVZCNGzq%3D%3D',
      finds: ['FakeP0y2VKHn2roR1U2YGq0dZVMiIkRP3URCBimUoOphKW9aCHaxGv3IlBMB38MzCpL3ZJvM5EkTAzgVZCNGzq%3D%3D'],
    },
    {
      text: 'https://api.powerbi.com/beta/fa4e61c9-6292-4d19-aec8-3525e2a395fd/datasets/fa4eb21b-7a2e-484f-a510-6bff21df5ff8/rows?key=<key>',
      finds: [],
    },
  ],
};

export default pattern;
