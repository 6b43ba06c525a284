import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'virustotal-api-key',
  title: 'API key of VirusTotal',
  system: 'VirusTotal',
  severity: 'low',
  owner: 'the user whose account it is',
  lifetime: 'until revoked',
  reset: { portal: 'virustotal.com > API key > Revoke (Request a new key)' },
  proof: 'VirusTotal > the group > Usage: calls by the user',
  references: ['https://docs.virustotal.com/reference/authentication'],
  anchors: ['virustotal', 'x-apikey', 'vt_', 'vt-'],
  expression:
    /(?:(?:virustotal[^]{0,60}?|(?<![\w-])vt[_-](?:api[_-]?)?)(?:key|token|secret|password|passwd|pwd|pat)|x-apikey)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{64})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    {
      text: 'VT_API_KEY=decafbad345cba1862425ed6fd74290b42cd42bac1b72bf1704ae01a628fb48f',
      finds: ['decafbad345cba1862425ed6fd74290b42cd42bac1b72bf1704ae01a628fb48f'],
    },
    {
      text: '> x-apikey: decafbad4de597d97d07649f506470eab94fd8f63f9379532b79ed9b51d1316c.',
      finds: ['decafbad4de597d97d07649f506470eab94fd8f63f9379532b79ed9b51d1316c'],
    },
    {
      text: 'see https://www.virustotal.com/gui/file/decafbad7651c9258e069f7e13565f219e37c1c2ede8726fcbedc38d08f909d8',
      finds: [],
    },
  ],
};

export default pattern;
