import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'openai-api-key',
  title: 'API key of OpenAI',
  system: 'OpenAI',
  severity: 'high',
  owner: 'owner of the project',
  lifetime: 'until revoked',
  reset: {
    portal: 'platform.openai.com > API keys > the key > Revoke key; admin keys: Settings > Organization > Admin keys',
  },
  proof: 'audit logs of the organization: api_key.deleted; usage by key',
  references: ['https://platform.openai.com/docs/api-reference/authentication'],
  anchors: ['T3BlbkFJ'],
  // `T3BlbkFJ` is OpenAI in base64 and stands in the middle of every key.
  expression:
    /(?<![A-Za-z0-9])(?<secret>sk-(?:(?:proj|svcacct|admin|None)-)?[\w-]{20,100}T3BlbkFJ[\w-]{20,100})(?![\w-])/g,
  reach: { before: 130, after: 120 },
  isSecret: (secret) => !isInvented(secret.replace('T3BlbkFJ', '')),
  shownCharacters: 3,
  examples: [
    {
      text: 'OPENAI_API_KEY=sk-proj-Fakef_G32Bts6Y7ecx1d9MHdu7EF9H31EsNun8tleu2LHzieCBcxpK4QIYoiT3BlbkFJFakeHa2o-G6O4zZzFuMJuwY4VBhVrCWa4QHU5byDjfas_i4bAmAHkdZEwC8W',
      finds: [
        'sk-proj-Fakef_G32Bts6Y7ecx1d9MHdu7EF9H31EsNun8tleu2LHzieCBcxpK4QIYoiT3BlbkFJFakeHa2o-G6O4zZzFuMJuwY4VBhVrCWa4QHU5byDjfas_i4bAmAHkdZEwC8W',
      ],
    },
    {
      text: 'key: sk-FakeBravwQiKTJ99V3npT3BlbkFJFake2xEVdq5LjPX1se4j.',
      finds: ['sk-FakeBravwQiKTJ99V3npT3BlbkFJFake2xEVdq5LjPX1se4j'],
    },
    { text: 'sk-openai-123456', finds: [] },
  ],
};

export default pattern;
