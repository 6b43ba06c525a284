import { isInvented } from '../invented.ts';
import type { SecretPattern } from '../pattern.ts';

const pattern: SecretPattern = {
  kind: 'vault-token',
  title: 'Token of HashiCorp Vault',
  system: 'HashiCorp Vault',
  severity: 'critical',
  owner: 'owner of the entity; administrators of Vault',
  lifetime: 'as its policy says, 32 days by default; root tokens have no end',
  reset: {
    portal:
      'revoke it by command; batch tokens (hvb.) end with their parent or time; then rotate what its policies could read',
    command: 'vault token revoke <token>',
  },
  proof: 'audit device: auth.accessor of the token, sys and auth/token/revoke',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/tokens'],
  anchors: ['hvs.', 'hvb.', 'hvr.', 's.', 'b.', 'r.'],
  // Since 1.10 with `hv`; before, one letter, known only by what stands before it.
  expression:
    /(?<![A-Za-z0-9.])(?<secret>hv[sbr]\.[\w-]{24,500}|(?<=(?:vault|token|key|secret)["':=\s]{1,5})[sbr]\.(?=[\w-]{0,120}\d)[\w-]{24,500})(?![\w.-])/gi,
  reach: { before: 40, after: 540 },
  isSecret: (secret) =>
    !isInvented(secret) && /\d/.test(secret) && /^(?:hv)?[sbr]\./.test(secret) && /[A-Z]/.test(secret),
  examples: [
    {
      text: 'export VAULT_TOKEN=hvs.Fake4FakeQ27Nxudg21zDWNo3Wo866fA4UJ4updFbLMUkB3eKyql9mye5t6wfxVewgIHijC7Aol5M8AWLWIMnREvX5A',
      finds: ['hvs.Fake4FakeQ27Nxudg21zDWNo3Wo866fA4UJ4updFbLMUkB3eKyql9mye5t6wfxVewgIHijC7Aol5M8AWLWIMnREvX5A'],
    },
    { text: 'VAULT_TOKEN="s.Fake4Fake3stL2lU6eAmHnAl"', finds: ['s.Fake4Fake3stL2lU6eAmHnAl'] },
    { text: 'hvs.example', finds: [] },
    { text: 'token: s.getServerAddressByClientCIDRs(request)', finds: [] },
  ],
};

export default pattern;
