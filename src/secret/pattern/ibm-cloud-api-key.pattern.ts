import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'ibm-cloud-api-key',
  title: 'API key of IBM Cloud',
  system: 'IBM Cloud',
  severity: 'critical',
  owner: 'user or service id of the key',
  lifetime: 'as it was made, up to never',
  reset: {
    portal: 'IBM Cloud console > Manage > Access (IAM) > API keys > the key > Delete',
    command: 'ibmcloud iam api-key-delete <name>',
  },
  proof: 'IBM Cloud Activity Tracker: iam-identity.user-apikey.delete; logins with the key',
  references: ['https://cloud.ibm.com/docs/account?topic=account-userapikey'],
  anchors: ['ibmcloud', 'ibm cloud', 'IBM_CLOUD', 'bluemix', 'ic_api_key'],
  expression:
    /(?:ibm[ _-]?cloud|bluemix|\bIC)[ _-](?:[\w-]{0,20}[ _-])?(?:api[ _-]?key|token)["']?(?: is)?\s{0,3}[:=]?\s{0,3}["'<]?(?<secret>[\w-]{44})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'IBMCLOUD_API_KEY=FakeIgni4ms6i3UYW-OYyuAcNCeDDIcNnx9tQwkiUP9H',
      finds: ['FakeIgni4ms6i3UYW-OYyuAcNCeDDIcNnx9tQwkiUP9H'],
    },
    {
      text: 'IBM Cloud API key: FakeMIx6nJUJC8X9wUlqGyC1nZl2FYRXsSdsl0sralZ9.',
      finds: ['FakeMIx6nJUJC8X9wUlqGyC1nZl2FYRXsSdsl0sralZ9'],
    },
    { text: 'IBMCLOUD_API_KEY=<key>', finds: [] },
  ],
};

export default pattern;
