import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'anthropic-api-key',
  title: 'API key of Anthropic',
  system: 'Anthropic',
  severity: 'high',
  owner: 'owner of the workspace',
  lifetime: 'until deleted',
  reset: { portal: 'Claude Console > API keys > the key > Disable or Delete' },
  proof: 'usage by key in the console; compliance API of the organization',
  references: [
    'https://support.claude.com/en/articles/9767949-api-key-best-practices-keeping-your-keys-safe-and-secure',
  ],
  anchors: ['sk-ant-'],
  expression: /(?<![A-Za-z0-9])(?<secret>sk-ant-(?:api|admin|oat|ort|sid)\d{2}-[\w-]{80,120})(?![\w-])/g,
  isSecret: (secret) => !isInvented(secret.slice(13)),
  shownCharacters: 7,
  examples: [
    {
      text: 'ANTHROPIC_API_KEY=sk-ant-api03-Fake2uQJFI0gQVCM5dmuyGJNSL14K9aI83Lf4mWrw3IAcL9kPw5zYru_B5jZR2HfJpWJev5KyhvVdibtYqbTKRQzczLALAA',
      finds: [
        'sk-ant-api03-Fake2uQJFI0gQVCM5dmuyGJNSL14K9aI83Lf4mWrw3IAcL9kPw5zYru_B5jZR2HfJpWJev5KyhvVdibtYqbTKRQzczLALAA',
      ],
    },
    { text: 'sk-ant-api03-short', finds: [] },
  ],
};

export default pattern;
