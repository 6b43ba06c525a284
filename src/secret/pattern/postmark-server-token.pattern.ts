import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'postmark-server-token',
  title: 'Server or account token of Postmark',
  system: 'Postmark',
  severity: 'high',
  owner: 'owner of the Postmark account',
  lifetime: 'until deleted',
  reset: { portal: 'account.postmarkapp.com > the server > API Tokens > generate another, then delete this one' },
  proof: 'Postmark > the server > Activity: messages sent; the old token answers 401',
  references: ['https://postmarkapp.com/developer/api/overview'],
  anchors: ['postmark'],
  expression:
    /postmark[^]{0,80}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'X-Postmark-Server-Token: decafbad-afce-440f-aa4a-329a25fb8ea9',
      finds: ['decafbad-afce-440f-aa4a-329a25fb8ea9'],
    },
    {
      text: '> POSTMARK_API_TOKEN=decafbad-b1e0-44d2-adb9-17920bd64872.',
      finds: ['decafbad-b1e0-44d2-adb9-17920bd64872'],
    },
    { text: 'Postmark message decafbad-c17e-474a-aa86-8903056d95cf was delivered', finds: [] },
  ],
};

export default pattern;
