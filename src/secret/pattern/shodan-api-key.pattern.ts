import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'shodan-api-key',
  title: 'API key of Shodan',
  system: 'Shodan',
  severity: 'low',
  owner: 'the user whose account it is',
  lifetime: 'until reset',
  reset: { portal: 'account.shodan.io > Overview > Reset API Key' },
  proof: 'GET /api-info with the old key answers 401',
  references: ['https://developer.shodan.io/api'],
  anchors: ['shodan'],
  expression:
    /shodan[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[A-Za-z0-9]{32})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[a-z]/i.test(secret) && !isInvented(secret),
  examples: [
    { text: 'SHODAN_API_KEY=N0tR3alQ3awTfqSkizmSGvDTfD7DSxMW', finds: ['N0tR3alQ3awTfqSkizmSGvDTfD7DSxMW'] },
    { text: 'shodan key fact: 5498a347c75cd52c0b6d', finds: [] },
  ],
};

export default pattern;
