import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'mandrill-api-key',
  title: 'API key of Mailchimp Transactional (Mandrill)',
  system: 'Mailchimp Transactional',
  severity: 'high',
  owner: 'owner of the Mandrill account',
  lifetime: 'until revoked',
  reset: { portal: 'mandrillapp.com > Settings > SMTP & API Info > API Keys > Revoke' },
  proof: 'mandrillapp.com > Outbound > Activity and API logs of the key',
  references: ['https://mailchimp.com/developer/transactional/guides/quick-start/'],
  anchors: ['md-', 'mandrill'],
  expression:
    /(?:(?<![\w-])(?=md-)|mandrill[^]{0,60}?(?:key|token|secret|password|passwd|pwd|pat)["'\])]{0,2}[ \t]{0,4}(?:=>|[:=]|is|ist|to)?[ \t]{0,4}["'<]{0,2})(?<secret>md-[A-Za-z0-9_-]{22}|(?<=[=:"' ])[A-Za-z0-9_-]{22})(?![\w-])/gi,
  isSecret: (secret) => /\d/.test(secret) && /[A-Z]/.test(secret) && /[a-z]/.test(secret) && !isInvented(secret),
  examples: [
    { text: 'MANDRILL_KEY=md-N0tR3aluEtdHZUtBgE7yha', finds: ['md-N0tR3aluEtdHZUtBgE7yha'] },
    { text: '> Mandrill API key: N0tR3alBn9KprsgvJZYsfZ.', finds: ['N0tR3alBn9KprsgvJZYsfZ'] },
    { text: 'md-size-and-larger-columns', finds: [] },
  ],
};

export default pattern;
