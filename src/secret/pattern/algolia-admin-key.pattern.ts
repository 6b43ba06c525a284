import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'algolia-admin-key',
  title: 'API key of Algolia',
  system: 'Algolia',
  severity: 'medium',
  owner: 'owner of the Algolia application',
  lifetime: 'until regenerated',
  reset: {
    portal: 'dashboard.algolia.com > Settings > API Keys > Regenerate (Admin API Key) or delete the key',
    command: 'curl -X DELETE https://<app>.algolia.net/1/keys/<key>',
  },
  proof: 'Algolia > Settings > Team > Activity log; API monitoring of the key',
  references: ['https://www.algolia.com/doc/guides/security/api-keys/'],
  anchors: ['algolia'],
  expression:
    /algolia[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/gi,
  isSecret: (secret) => !isInvented(secret),
  examples: [
    { text: 'ALGOLIA_ADMIN_KEY=decafbad6372d643e57680ca4a16feab', finds: ['decafbad6372d643e57680ca4a16feab'] },
    { text: 'algolia index decafbadcb9f61e26f9be2f05797d9ba', finds: [] },
  ],
};

export default pattern;
