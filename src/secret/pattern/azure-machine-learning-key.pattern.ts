import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-machine-learning-key',
  title: 'Key of an Azure Machine Learning endpoint',
  system: 'Azure Machine Learning',
  severity: 'medium',
  owner: 'owner of the workspace',
  lifetime: 'until regenerated',
  reset: {
    portal: 'Azure Machine Learning studio > Endpoints > the endpoint > Consume > Regenerate primary and secondary key',
    command: 'az ml online-endpoint regenerate-keys --name <endpoint> --key-type primary',
  },
  proof: 'activity log: Microsoft.MachineLearningServices/workspaces/onlineEndpoints/regenerateKeys/action',
  references: ['https://learn.microsoft.com/en-us/azure/machine-learning/how-to-authenticate-online-endpoint'],
  anchors: ['+AMC', 'inference.ml.azure.com'],
  expression:
    /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{76}\+AMC[A-Za-z0-9+/]{5}[AQgw]==|(?<=(?<host>[\w-]{2,64}\.[\w-]{3,30}\.inference\.ml\.azure\.com)[\s\S]{0,200}(?:key["']?\s{0,3}[:=]|Bearer)\s{0,3}["']?)[A-Za-z0-9]{32,84})(?![A-Za-z0-9+/=])/g,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'curl https://fake.westeurope.inference.ml.azure.com/score -H "Authorization: Bearer Fakeoty4lPD4CxNX5WHsURVu4AEvDsPS"',
      finds: ['Fakeoty4lPD4CxNX5WHsURVu4AEvDsPS'],
    },
    {
      text: 'classic key FakemaCJ5n3iJZWs/k7ALWr3Hvw8NVYhAlYiQ+zeIfsmjr6ShHPNPSrwH6sl+IDrglxWpxJ9SCuE+AMC3lx0uQ==.',
      finds: ['FakemaCJ5n3iJZWs/k7ALWr3Hvw8NVYhAlYiQ+zeIfsmjr6ShHPNPSrwH6sl+IDrglxWpxJ9SCuE+AMC3lx0uQ=='],
    },
    { text: 'curl https://fake.westeurope.inference.ml.azure.com/score -H "Authorization: Bearer <key>"', finds: [] },
  ],
};

export default pattern;
