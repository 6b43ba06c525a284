import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'censys-api-secret',
  title: 'API secret or personal access token of Censys',
  system: 'Censys',
  severity: 'low',
  owner: 'the user whose account it is',
  lifetime: 'until reset',
  reset: {
    portal:
      'accounts.censys.io > Personal Access Tokens > Delete; older: search.censys.io > Account > API > Reset my API secret',
  },
  proof: 'the old secret answers 401; account usage page',
  references: ['https://docs.censys.com/reference/get-started'],
  anchors: ['censys'],
  expression:
    /(?:censys[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?=\w{32}(?!\w))|(?<![\w-])(?=censys_))(?<secret>censys_[A-Za-z0-9]{8}_[A-Za-z0-9]{22,34}|[A-Za-z0-9]{32})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && !isInvented(secret),
  examples: [
    { text: '> censys api secret: N0tR3alQeJvpGRY6W6VNpUWAxQcbiYfM.', finds: ['N0tR3alQeJvpGRY6W6VNpUWAxQcbiYfM'] },
    { text: 'CENSYS_TOKEN=censys_dsbGUytP_N0tR3alhnqGLzPTv9KshvY', finds: ['censys_dsbGUytP_N0tR3alhnqGLzPTv9KshvY'] },
    { text: 'censys token: none', finds: [] },
  ],
};

export default pattern;
