import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'sparkpost-api-key',
  title: 'API key of SparkPost (Bird)',
  system: 'SparkPost',
  severity: 'high',
  owner: 'owner of the SparkPost account',
  lifetime: 'until deleted',
  reset: { portal: 'app.sparkpost.com > Configuration > API Keys > the key > Delete' },
  proof: 'key is gone from the list; Events search shows what was sent with it',
  references: ['https://developers.sparkpost.com/api/'],
  anchors: ['sparkpost'],
  expression:
    /sparkpost[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{40})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'SPARKPOST_API_KEY="decafbad242865294f10d1470769201520a7e369"',
      finds: ['decafbad242865294f10d1470769201520a7e369'],
    },
    { text: 'sparkpost commit decafbad28532fd5f46381adb5098ab0ef276b59', finds: [] },
  ],
};

export default pattern;
