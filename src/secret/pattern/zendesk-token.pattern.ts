import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'zendesk-token',
  title: 'API token of Zendesk',
  system: 'Zendesk',
  severity: 'high',
  owner: 'administrator of the Zendesk account',
  lifetime: 'until removed',
  reset: { portal: 'Zendesk Admin Center > Apps and integrations > APIs > API tokens > the token > Delete' },
  proof: 'Zendesk Admin Center > Account > Audit log: API token deleted; logins of the user',
  references: ['https://support.zendesk.com/hc/en-us/articles/4408889192858'],
  anchors: ['zendesk', '/token:'],
  expression:
    /(?:zendesk[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2}|(?<account>[\w.+-]{1,60}@[\w.-]{1,80})\/token:)(?<secret>[A-Za-z0-9]{40})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && !/^[0-9a-f]+$/.test(secret) && !isInvented(secret),
  examples: [
    {
      text: '> curl https://corp.zendesk.com/api/v2/users.json -u anna@corp.example/token:N0tR3alFNQ4pUefxvnG874dymw5iMCbEXajxRBGc',
      finds: ['N0tR3alFNQ4pUefxvnG874dymw5iMCbEXajxRBGc'],
    },
    {
      text: 'ZENDESK_API_TOKEN="N0tR3alwX56qUkZizod6GgiPsZP69PgA6NtfyJzx"',
      finds: ['N0tR3alwX56qUkZizod6GgiPsZP69PgA6NtfyJzx'],
    },
    { text: 'zendesk token decafbad0387024578154cb6c8e284d49dc4f7f1', finds: [] },
  ],
};

export default pattern;
