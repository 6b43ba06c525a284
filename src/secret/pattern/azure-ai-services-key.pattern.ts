import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'azure-ai-services-key',
  title: 'Key of Azure AI services, Azure OpenAI or Cognitive Services',
  system: 'Azure AI services',
  severity: 'high',
  owner: 'owner of the resource',
  lifetime: 'until regenerated',
  reset: {
    portal:
      'Azure portal > Azure AI services > the resource > Keys and Endpoint > Regenerate Key1 and Key2; better: disable local authentication',
    command: 'az cognitiveservices account keys regenerate --name <resource> --resource-group <group> --key-name key1',
  },
  proof:
    'activity log: Microsoft.CognitiveServices/accounts/regenerateKey/action; diagnostic log RequestResponse by caller address; cost',
  references: ['https://learn.microsoft.com/en-us/azure/ai-services/rotate-keys'],
  anchors: ['ACOG', 'openai.azure.com', 'cognitiveservices.azure.com', 'api.cognitive.microsoft', 'AZURE_OPENAI'],
  expression:
    /(?<![A-Za-z0-9_-])(?<secret>[A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{19}ACOG[A-Za-z0-9]{4}|(?=[a-f0-9]{32})(?<=(?<host>[\w-]{2,64}\.(?:openai\.azure\.com|cognitiveservices\.azure\.com|api\.cognitive\.microsoft(?:translator)?\.com))[\s\S]{0,200}key["']?\d?(?: is)?\s{0,3}[:=]?\s{0,3}["']?)[a-f0-9]{32}|(?<=AZURE_OPENAI_(?:API_)?KEY["']?\s{0,3}[:=]\s{0,3}["']?)[a-f0-9]{32})(?![\w-])/gi,
  reach: { before: 400, after: 400 },
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'Hi, here is the key: Fakehj63tIU8RbUaJtvbkXz0Hq54hxUbVNDlu4vKzz4QarjeTBWeJQQJ99FakeJu43ElMCBpoCxdACOG7wRI.',
      finds: ['Fakehj63tIU8RbUaJtvbkXz0Hq54hxUbVNDlu4vKzz4QarjeTBWeJQQJ99FakeJu43ElMCBpoCxdACOG7wRI'],
    },
    {
      text: '> https://fake-ai.openai.azure.com/\n> api-key: fa4e4069f6fd0ec553d4910e38e423ed',
      finds: ['fa4e4069f6fd0ec553d4910e38e423ed'],
    },
    { text: 'AZURE_OPENAI_API_KEY="fa4e6e82fbecacbb45f29ead5599b33e"', finds: ['fa4e6e82fbecacbb45f29ead5599b33e'] },
    { text: 'https://fake-ai.openai.azure.com/ key: <your key>', finds: [] },
    { text: 'https://fake-ai.openai.azure.com/ request fa4e1ce1b1f23d62dea0124b6f7d2d7f', finds: [] },
  ],
};

export default pattern;
